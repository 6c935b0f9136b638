package fr.acse.platform.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/** Marks all cookies of a response over TLS as {@code Secure}, including the cookies that a web application sets. */
class SecureCookies extends HttpServletResponseWrapper {

    private static final String SECURE = "; Secure";

    private SecureCookies(HttpServletResponse answer) {
        super(answer);
    }

    static HttpServletResponse around(HttpServletRequest request, HttpServletResponse answer) {
        return request.isSecure() ? new SecureCookies(answer) : answer;
    }

    @Override
    public void addHeader(String name, String value) {
        super.addHeader(name, secured(name, value));
    }

    @Override
    public void setHeader(String name, String value) {
        super.setHeader(name, secured(name, value));
    }

    private static String secured(String name, String value) {
        boolean open = HttpHeaders.SET_COOKIE.equalsIgnoreCase(name)
                && !value.toLowerCase(Locale.ROOT).replace(" ", "").contains(";secure");
        return open ? value + SECURE : value;
    }
}
