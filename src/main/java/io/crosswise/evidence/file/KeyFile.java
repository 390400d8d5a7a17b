package io.crosswise.evidence.file;

import io.crosswise.evidence.SealingKey;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** The key the product makes for itself when none is configured: written once, readable by its own user only. */
public final class KeyFile {
    private static final int BYTES = 32;

    private KeyFile() {}

    /** @throws IOException when it can neither be read nor written */
    public static SealingKey readOrMake(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (!Files.exists(file)) {
            make(file);
        }
        return SealingKey.of(Files.readString(file));
    }

    private static void make(Path file) throws IOException {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        try (var channel = Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly())) {
            channel.write(java.nio.ByteBuffer.wrap(Base64.getEncoder().encode(secret)));
        } catch (FileAlreadyExistsException e) {
            // Another instance was faster: its key is the one.
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }
}
