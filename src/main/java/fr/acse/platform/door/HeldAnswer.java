package fr.acse.platform.door;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** A response that can be changed before it is sent. The content of the response stays in memory until {@link #finish} sends the result. */
abstract class HeldAnswer extends HttpServletResponseWrapper {

    private ByteArrayOutputStream held;
    private PrintWriter writer;

    HeldAnswer(HttpServletResponse answer) {
        super(answer);
    }

    /** Whether the content of the response stays in memory. The method is called whenever the response's stream or writer is requested. */
    abstract boolean isHeld();

    /** Most bytes of the response that stay in memory. All further bytes are lost. */
    int longest() {
        return Integer.MAX_VALUE;
    }

    /** Sends the response if its content was kept in memory. */
    abstract void finish() throws IOException;

    final void hold() {
        held = new ByteArrayOutputStream();
        writer = null;
    }

    final boolean holdsAnything() {
        return held != null;
    }

    /** Returns the content in memory and deletes it from memory. */
    final byte[] takeHeld() {
        if (writer != null) {
            writer.flush();
        }
        byte[] all = held == null ? new byte[0] : held.toByteArray();
        held = null;
        return all;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (!isHeld()) {
            return super.getOutputStream();
        }
        if (held == null) {
            hold();
        }
        return new ServletOutputStream() {
            @Override
            public void write(int octet) {
                if (held.size() < longest()) {
                    held.write(octet);
                }
            }

            @Override
            public void write(byte[] octets, int offset, int length) {
                held.write(octets, offset, Math.min(length, longest() - held.size()));
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new IllegalStateException("The answer is read before it is sent");
            }
        };
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (!isHeld()) {
            return super.getWriter();
        }
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(getOutputStream(), StandardCharsets.UTF_8), true);
        }
        return writer;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (held == null && !isHeld()) {
            super.flushBuffer();
        }
    }
}
