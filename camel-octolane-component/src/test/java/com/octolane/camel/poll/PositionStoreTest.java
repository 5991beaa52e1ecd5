// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.octolane.camel.client.OctolaneException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.processor.state.FileStateRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PositionStoreTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Position POSITION = Position.at(Emit.CHANGED, MINUTE, Instant.parse("2026-03-01T12:00:00Z"));

    private final MemoryStateRepository repository = new MemoryStateRepository();
    private final PositionStore store = new PositionStore(repository, "route/contact");

    @Test
    void whatWasSavedIsLoaded() {
        assertThat(store.load(Emit.CHANGED, MINUTE)).isEmpty();
        store.save(POSITION);

        assertThat(store.load(Emit.CHANGED, MINUTE)).contains(POSITION);
    }

    @Test
    void anUnreadablePositionIsAnErrorAndStaysAsItIs() {
        repository.setState("route/contact", "garbage");

        assertThatThrownBy(() -> store.load(Emit.CHANGED, MINUTE))
                .isInstanceOf(OctolaneException.class)
                .hasMessageContaining("'route/contact'")
                .hasMessageContaining("in MemoryStateRepository")
                .hasMessageContaining("Found 'garbage'");
        assertThatIllegalStateException().isThrownBy(() -> store.save(POSITION));
        assertThat(repository.getState("route/contact")).isEqualTo("garbage");
    }

    @Test
    void aPositionOfAnotherEmitIsAnError() {
        store.load(Emit.CHANGED, MINUTE);
        store.save(POSITION);

        assertThatThrownBy(() -> store.load(Emit.NEW, MINUTE))
                .hasMessageContaining("counts by updated_at while emit=NEW");
    }

    @Test
    void aRepositoryThatCannotSaveIsAnError() {
        StateRepository<String, String> broken = new MemoryStateRepository() {
            @Override
            public void setState(String key, String value) {
                throw new IllegalStateException("disk full");
            }
        };
        PositionStore failing = new PositionStore(broken, "key");
        failing.load(Emit.CHANGED, MINUTE);

        assertThatThrownBy(() -> failing.save(POSITION))
                .isInstanceOf(OctolaneException.class)
                .hasMessageContaining("could not be saved")
                .hasRootCauseMessage("disk full");
    }

    @Test
    void camelsFileStoreKeepsThePosition(@TempDir Path folder) throws Exception {
        try (FileStateRepository files = FileStateRepository.fileStateRepository(
                folder.resolve("state.dat").toFile())) {
            files.start();
            PositionStore onDisk = new PositionStore(files, "route/contact");
            onDisk.load(Emit.CHANGED, MINUTE);
            onDisk.save(POSITION);
        }
        try (FileStateRepository files = FileStateRepository.fileStateRepository(
                folder.resolve("state.dat").toFile())) {
            files.start();

            assertThat(new PositionStore(files, "route/contact").load(Emit.CHANGED, MINUTE))
                    .contains(POSITION);
        }
    }
}
