package io.crosswise.evidence.file;

import io.crosswise.evidence.SealingKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The key the product makes for itself when none is configured: written once, readable by its own user only. */
public final class KeyFile {
    private static final int BYTES = 32;

    private KeyFile() {}

    /**
     * @throws IOException when it can neither be read nor written
     * @throws IllegalArgumentException when the file holds no key
     */
    public static SealingKey readOrMake(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (!Files.exists(file)) {
            make(file);
        }
        return SealingKey.of(Files.readString(file));
    }

    /** Written aside and then put in place as a whole, so that no crash leaves half a key; a key that is there is never replaced. */
    private static void make(Path file) throws IOException {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        Path aside = Files.createTempFile(file.toAbsolutePath().getParent(), "key", ".new", ownerOnly());
        try {
            try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(Base64.getEncoder().encode(secret)));
                channel.force(true);
            }
            put(aside, file);
        } catch (FileAlreadyExistsException e) {
            // Another instance was faster: its key is the one.
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    /** @throws FileAlreadyExistsException when a key is there */
    private static void put(Path aside, Path file) throws IOException {
        try {
            Files.createLink(file, aside);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            // A file system without links: the move refuses to replace, too, but looks first.
            Files.move(aside, file);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }
}
