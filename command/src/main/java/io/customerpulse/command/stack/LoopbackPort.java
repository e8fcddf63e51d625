package io.customerpulse.command.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Ports of the loopback address. Nothing of a local stack listens anywhere else. */
public final class LoopbackPort {

    /** The address all parts of a stack listen on. */
    public static final String HOST = "127.0.0.1";

    private LoopbackPort() {}

    /**
     * A port nobody listens on at this moment.
     *
     * @throws StackFailure if there is none
     */
    public static int free() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(address(0));
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new StackFailure("There is no free port on " + HOST + ".", none);
        }
    }

    /** Whether one could listen on it now. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address(port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** Whether somebody takes connections there. */
    static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(address(port), 500);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    private static InetSocketAddress address(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
}
