package io.customerpulse.command.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class LoopbackPortTest {

    @Test
    void isFreeWhileNobodyListens() {
        int port = LoopbackPort.free();

        assertThat(LoopbackPort.isFree(port)).isTrue();
        assertThat(LoopbackPort.answers(port)).isFalse();
    }

    @Test
    void isTakenWhileSomebodyListens() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(LoopbackPort.isFree(listener.getLocalPort())).isFalse();
            assertThat(LoopbackPort.answers(listener.getLocalPort())).isTrue();
        }
    }
}
