package fr.acse.words;

import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The font of printed documents. The font is embedded in the PDF file, so that names in all alphabets of Europe are displayed. */
public final class PrintFont {

    private static final String FONT = "/liberation/LiberationSans-Regular.ttf";
    private static final String NOT_IN_THE_FONT = "[?]";

    private PrintFont() {}

    public static BaseFont embedded() {
        try (InputStream font = BaseFont.class.getResourceAsStream(FONT)) {
            return BaseFont.createFont(
                    "LiberationSans.ttf", BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, font.readAllBytes(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces each letter that the font lacks with {@code [?]}, so that readers notice the gap. */
    public static String shown(String text, BaseFont letters) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .forEach(letter -> shown.append(
                        Character.isWhitespace(letter) || letters.charExists(letter)
                                ? Character.toString(letter)
                                : NOT_IN_THE_FONT));
        return shown.toString();
    }
}
