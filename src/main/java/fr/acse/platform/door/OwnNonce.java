package fr.acse.platform.door;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.http.HttpStatus;

/**
 * Gives the scripts of each first page of a web application a new nonce. The engine uses the same nonce for all requests. If two people
 * loaded a page at the same time, the scripts of one page would not run.
 */
class OwnNonce extends HeldAnswer {

    static final String POLICY = "Content-Security-Policy";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 18;

    OwnNonce(HttpServletResponse answer) {
        super(answer);
    }

    @Override
    boolean isHeld() {
        return getStatus() == HttpStatus.OK.value()
                && String.valueOf(getContentType()).startsWith("text/html");
    }

    @Override
    public void setContentLength(int length) {
        if (!isHeld()) {
            super.setContentLength(length);
        }
    }

    @Override
    void finish() throws IOException {
        if (!holdsAnything()) {
            return;
        }
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        String nonce = Base64.getEncoder().encodeToString(random);
        byte[] page = new String(takeHeld(), StandardCharsets.UTF_8)
                .replace("<script", "<script nonce=\"" + nonce + "\"")
                .getBytes(StandardCharsets.UTF_8);
        super.setHeader(
                POLICY,
                "default-src 'self'; script-src 'nonce-" + nonce + "' 'self'; style-src 'self' 'unsafe-inline';"
                        + " img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self';"
                        + " frame-ancestors 'none';"
                        + " sandbox allow-forms allow-scripts allow-same-origin allow-popups allow-downloads");
        super.setContentLength(page.length);
        getResponse().getOutputStream().write(page);
    }
}
