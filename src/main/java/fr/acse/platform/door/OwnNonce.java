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
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.http.HttpStatus;

/**
 * The first page of a web application, whose scripts run with a number that is used once. All requests share the
 * engine's own number: if two people load a page at the same time, one of them gets a page without scripts.
 */
class OwnNonce extends HttpServletResponseWrapper {

    static final String POLICY = "Content-Security-Policy";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 18;

    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private PrintWriter writer;

    OwnNonce(HttpServletResponse answer) {
        super(answer);
    }

    private boolean isPage() {
        return getStatus() == HttpStatus.OK.value()
                && String.valueOf(getContentType()).startsWith("text/html");
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (!isPage()) {
            return super.getWriter();
        }
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(held, StandardCharsets.UTF_8), true);
        }
        return writer;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (!isPage()) {
            return super.getOutputStream();
        }
        return new ServletOutputStream() {
            @Override
            public void write(int octet) {
                held.write(octet);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new IllegalStateException("The page is held until it is whole");
            }
        };
    }

    @Override
    public void setContentLength(int length) {
        if (!isPage()) {
            super.setContentLength(length);
        }
    }

    @Override
    public void flushBuffer() throws IOException {
        if (!isPage()) {
            super.flushBuffer();
        }
    }

    void finish() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        if (held.size() == 0) {
            return;
        }
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        String nonce = Base64.getEncoder().encodeToString(random);
        byte[] page = held.toString(StandardCharsets.UTF_8)
                .replace("<script", "<script nonce=\"" + nonce + "\"")
                .getBytes(StandardCharsets.UTF_8);
        super.setHeader(
                POLICY,
                "default-src 'self'; script-src 'nonce-" + nonce + "' 'self'; style-src 'self' 'unsafe-inline';"
                        + " img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self';"
                        + " frame-ancestors 'none';"
                        + " sandbox allow-forms allow-scripts allow-same-origin allow-popups allow-downloads");
        super.setContentLength(page.length);
        super.getOutputStream().write(page);
    }
}
