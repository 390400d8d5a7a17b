package io.crosswise.evidence.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswise.evidence.SealingKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    @TempDir
    Path folder;

    @Test
    void theKeyIsPutInPlaceWholeAndNothingIsLeftBesideIt() throws IOException {
        SealingKey key = KeyFile.readOrMake(folder.resolve("key"));

        assertThat(KeyFile.readOrMake(folder.resolve("key")).id()).isEqualTo(key.id());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("key"));
        }
    }

    @Test
    void instancesThatStartTogetherHaveOneKey() {
        List<CompletableFuture<String>> instances = IntStream.range(0, 16)
                .mapToObj(n -> CompletableFuture.supplyAsync(this::keyId))
                .toList();

        assertThat(instances.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    }

    @Test
    void anEmptyFileIsNoKeyAndIsNotReplaced() throws IOException {
        Path file = Files.createFile(folder.resolve("key"));

        assertThatThrownBy(() -> KeyFile.readOrMake(file)).isInstanceOf(IllegalArgumentException.class);
        assertThat(file).isEmptyFile();
    }

    private String keyId() {
        try {
            return KeyFile.readOrMake(folder.resolve("key")).id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
