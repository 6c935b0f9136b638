package fr.acse.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The wire between a node and a server: it can be cut, and it can carry nothing although it is not cut. */
final class Wire implements AutoCloseable {

    private static final int BUFFER = 16 * 1024;

    private final ServerSocket entrance;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile int target;
    private volatile boolean silent;

    /** @param target port of the server */
    Wire(int target) {
        this.target = target;
        try {
            entrance = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start("wire", this::take);
    }

    int port() {
        return entrance.getLocalPort();
    }

    void lead(int to) {
        target = to;
    }

    /** Ends all connections; new ones are taken. */
    void cut() {
        open.removeIf(socket -> {
            end(socket);
            return true;
        });
    }

    /** Nothing comes through any more, and nobody is told. */
    void silence() {
        silent = true;
    }

    /** What was sent meanwhile is lost, as with a router that was replaced: its connections end. */
    void speakAgain() {
        silent = false;
        cut();
    }

    private void take() {
        while (!entrance.isClosed()) {
            try {
                Socket here = entrance.accept();
                open.add(here);
                start("wire", () -> connect(here));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket here) {
        try {
            Socket there = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(there);
            start("wire", () -> carry(here, there));
            carry(there, here);
        } catch (IOException refused) {
            end(here);
        }
    }

    private void carry(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (!silent) {
                    out.write(buffer, 0, read);
                }
            }
        } catch (IOException ended) {
            // The other side is told below.
        } finally {
            end(from);
            end(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            // It is what was wanted.
        }
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
    }
}
