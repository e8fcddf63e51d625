package io.customerpulse.command.stack;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackLibrariesTest {

    @TempDir private Path unbuilt;

    @Test
    void saysWhatIsMissingOfAProjectThatWasNotBuilt() {
        assertThatThrownBy(() -> StackLibraries.of(unbuilt))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("customer-pulse.jar")
                .hasMessageContaining("mvn package");
    }
}
