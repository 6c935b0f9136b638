package fr.acse.platform.door;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;

/**
 * A path in the only form that is checked and served. Servlets and the dispatcher decode paths, so a path with another spelling could
 * bypass the checks. A path is refused if it contains encoded letters, digits, separators or dots.
 */
final class PlainPath {

    /** Characters that may be encoded in a path, because browsers encode them. The ids of models, for example, contain a colon. */
    private static final String MAY_BE_ENCODED = " !\"$&'()*+,:<=>@[]^`{|}";

    private static final String PLAIN = "-._~!$&'()*+,:=@/";

    private final PathContainer decoded;

    private PlainPath(String decoded) {
        this.decoded = PathContainer.parsePath(decoded);
    }

    /** The path of a request, or empty if the path is not in its plain form. */
    static Optional<PlainPath> of(String uri) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < uri.length(); i++) {
            char sign = uri.charAt(i);
            if (sign == '%') {
                int end = i;
                while (end < uri.length() && uri.charAt(end) == '%') {
                    end += 3;
                }
                String text =
                        end > uri.length() ? null : decode(uri.substring(i, end).replace("%", ""));
                if (text == null) {
                    return Optional.empty();
                }
                plain.append(text);
                i = end - 1;
            } else if (!isPlain(sign)) {
                return Optional.empty();
            } else {
                plain.append(sign);
            }
        }
        boolean dots = ("/" + plain + "/").contains("/./") || ("/" + plain + "/").contains("/../");
        return dots || plain.indexOf("//") >= 0 || plain.length() == 0 || plain.charAt(0) != '/'
                ? Optional.empty()
                : Optional.of(new PlainPath(plain.toString()));
    }

    /** Wraps a path that is already in its plain form. */
    static PlainPath plain(String decoded) {
        return new PlainPath(decoded);
    }

    private static boolean isPlain(char sign) {
        return sign >= '0' && sign <= '9'
                || sign >= 'a' && sign <= 'z'
                || sign >= 'A' && sign <= 'Z'
                || PLAIN.indexOf(sign) >= 0;
    }

    /** Text of the encoded bytes, or null if the bytes are not UTF-8 or contain a character that must not be encoded. */
    private static String decode(String hex) {
        try {
            byte[] bytes = HexFormat.of().parseHex(hex);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.chars()
                            .allMatch(sign ->
                                    sign >= 0xA0 && !isSeparatorLookalike(sign) || MAY_BE_ENCODED.indexOf(sign) >= 0)
                    ? text
                    : null;
        } catch (CharacterCodingException | IllegalArgumentException noText) {
            return null;
        }
    }

    /** Whether some programs read a character as a slash or a dot. */
    private static boolean isSeparatorLookalike(int sign) {
        return sign == 0x2044 || sign == 0x2215 || sign == 0x2024 || sign >= 0xFF01 && sign <= 0xFF5E;
    }

    boolean matches(PathPattern pattern) {
        return pattern.matches(decoded);
    }

    String text() {
        return decoded.value();
    }
}
