package fr.acse.platform.login;

import fr.acse.casefile.Keys;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Adds a signature to the session id in the cookie. The session ids in a database backup do not suffice to create a cookie. */
class SignedSessionCookies implements CookieSerializer {

    private static final char SEPARATOR = '.';

    private final DefaultCookieSerializer cookies = new DefaultCookieSerializer();
    private final Keys keys;

    SignedSessionCookies(Keys keys) {
        this.keys = keys;
        cookies.setCookieName("JSESSIONID");
        cookies.setUseHttpOnlyCookie(true);
        cookies.setSameSite("Lax");
        cookies.setUseBase64Encoding(false);
    }

    @Override
    public void writeCookieValue(CookieValue value) {
        String id = value.getCookieValue();
        cookies.writeCookieValue(new CookieValue(
                value.getRequest(), value.getResponse(), id.isEmpty() ? "" : id + SEPARATOR + signature(id)));
    }

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return cookies.readCookieValues(request).stream()
                .filter(this::isSigned)
                .map(value -> value.substring(0, value.lastIndexOf(SEPARATOR)))
                .toList();
    }

    private boolean isSigned(String value) {
        int separator = value.lastIndexOf(SEPARATOR);
        return separator > 0
                && MessageDigest.isEqual(
                        bytes(signature(value.substring(0, separator))), bytes(value.substring(separator + 1)));
    }

    private String signature(String id) {
        return HexFormat.of().formatHex(keys.index("session|" + id));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
