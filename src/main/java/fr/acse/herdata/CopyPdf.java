package fr.acse.herdata;

import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfWriter;
import fr.acse.herdata.HerCopy.Line;
import fr.acse.words.PrintFont;
import fr.acse.words.Words;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** Writes the copy as a PDF. The font is embedded, so that names in all European alphabets are shown. */
final class CopyPdf {

    private static final float MARGIN = 56;
    private static final float TEXT = 11;
    private static final float TITLE = 18;
    private static final float HEADING = 14;

    private CopyPdf() {}

    static byte[] of(HerCopy copy) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BaseFont letters = PrintFont.embedded();
        Font text = new Font(letters, TEXT);
        Font strong = new Font(letters, TEXT, Font.BOLD);
        try (Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN)) {
            PdfWriter.getInstance(document, bytes);
            document.addTitle(Words.of("copy.title"));
            document.open();
            document.add(new Paragraph(Words.of("copy.title"), new Font(letters, TITLE)));
            document.add(new Paragraph(Words.of("copy.of", copy.reference(), copy.madeOn()), text));
            section(document, "copy.section.kept", copy.kept(), letters, text, strong);
            section(document, "copy.section.person", copy.person(), letters, text, strong);
            section(document, "copy.section.history", copy.history(), letters, text, strong);
            section(document, "copy.section.notes", copy.notes(), letters, text, strong);
        }
        return bytes.toByteArray();
    }

    private static void section(
            Document document, String title, List<Line> lines, BaseFont letters, Font text, Font strong) {
        Paragraph heading = new Paragraph(Words.of(title), new Font(letters, HEADING));
        heading.setSpacingBefore(HEADING);
        document.add(heading);
        for (Line line : lines) {
            Paragraph paragraph = new Paragraph();
            paragraph.setSpacingBefore(TEXT / 2);
            paragraph.add(new Chunk(line.what() + "  ", strong));
            paragraph.add(new Chunk(PrintFont.shown(line.value(), letters), text));
            document.add(paragraph);
        }
    }
}
