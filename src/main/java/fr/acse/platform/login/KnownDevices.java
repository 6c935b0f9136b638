package fr.acse.platform.login;

import com.google.re2j.Pattern;
import fr.acse.casefile.Keys;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Devices on which a person has logged in before, marked with a cookie. Wrong passwords from other devices in the same office do not slow
 * down a login on such a device. Only the login reads this cookie, and the cookie gives no access.
 */
@Component
@RequiredArgsConstructor
public class KnownDevices {

    private static final String COOKIE = "acse-device";
    private static final String PATH = "/camunda/api/admin/auth";
    private static final Duration REMEMBERED = Duration.ofDays(400);
    private static final int SIGNS = 32;
    private static final Pattern MARK = Pattern.compile("[0-9a-f]{" + SIGNS + "}");
    private static final int MOST = 8;

    private final Keys keys;

    boolean isKnown(HttpServletRequest request, String login) {
        return marks(request).anyMatch(mark(login)::equals);
    }

    /** Name of the person's device, which {@link LoginThrottle} counts instead of the network address. */
    String sender(String login) {
        return "device " + mark(login);
    }

    void remember(HttpServletRequest request, HttpServletResponse answer, String login) {
        String marks = String.join(
                ".",
                Stream.concat(Stream.of(mark(login)), marks(request))
                        .distinct()
                        .limit(MOST)
                        .toList());
        answer.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, marks)
                        .path(PATH)
                        .httpOnly(true)
                        .sameSite("Strict")
                        .secure(request.isSecure())
                        .maxAge(REMEMBERED)
                        .build()
                        .toString());
    }

    private static Stream<String> marks(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .flatMap(value -> Arrays.stream(value.split("\\.")))
                .filter(mark -> MARK.matches(mark))
                .limit(MOST);
    }

    private String mark(String login) {
        String hash = HexFormat.of().formatHex(keys.index("device|" + login));
        return hash.substring(hash.length() - SIGNS);
    }
}
