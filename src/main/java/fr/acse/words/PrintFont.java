package fr.acse.words;

import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The font of printed documents. It is embedded in the file, so that names in all alphabets of Europe are shown. */
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

    /** Marks each letter that the font lacks, so that it is not left out unnoticed. */
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
