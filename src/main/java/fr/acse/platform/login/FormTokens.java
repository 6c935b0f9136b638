package fr.acse.platform.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * Gives a new session the token that the web applications send with each change. Without this token, each page would create a token when
 * the page loads. If several pages loaded at once, all tokens except one would be refused.
 */
class FormTokens {

    private static final int BYTES = 16;
    private static final String PATH = "/camunda";

    private final SecureRandom random = new SecureRandom();

    void give(HttpSession session, HttpServletRequest request, HttpServletResponse answer) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = HexFormat.of().withUpperCase().formatHex(bytes);
        session.setAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME, token);
        answer.setHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME, token);
        answer.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(CsrfConstants.CSRF_TOKEN_DEFAULT_COOKIE_NAME, token)
                        .path(PATH)
                        .sameSite("Lax")
                        .secure(request.isSecure())
                        .build()
                        .toString());
    }
}
