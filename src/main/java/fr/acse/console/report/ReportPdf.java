package fr.acse.console.report;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import fr.acse.words.PrintFont;
import fr.acse.words.Words;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** The yearly report as a PDF. Beside each number, a bar shows its share of the whole. */
final class ReportPdf {

    private static final float MARGIN = 56;
    private static final float TEXT = 10;
    private static final float TITLE = 18;
    private static final float HEADING = 13;
    private static final float INDENT = 12;
    private static final float[] COLUMNS = {52, 14, 16, 18};
    private static final Color BAR = new Color(0x2b, 0x5c, 0x8a);
    private static final Color LINE = new Color(0xbb, 0xbb, 0xbb);

    private ReportPdf() {}

    static byte[] of(YearReport report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BaseFont letters = PrintFont.embedded();
        Font text = new Font(letters, TEXT);
        String title = Words.of("report.title", Integer.toString(report.year()));
        try (Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN)) {
            PdfWriter.getInstance(document, bytes);
            document.addTitle(title);
            document.open();
            document.add(new Paragraph(title, new Font(letters, TITLE)));
            document.add(new Paragraph(Words.of("report.kept", Words.day(report.keptOn())), text));
            document.add(new Paragraph(Words.of("report.few", report.fewest()), text));
            for (YearReport.Section section : report.sections()) {
                document.add(table(section, new Font(letters, HEADING), text));
            }
        }
        return bytes.toByteArray();
    }

    /** The table of one section with its heading. The table is kept on one page. */
    private static PdfPTable table(YearReport.Section section, Font large, Font text) {
        PdfPTable table = new PdfPTable(COLUMNS);
        table.setWidthPercentage(100);
        table.setSpacingBefore(HEADING);
        table.setKeepTogether(true);
        PdfPCell heading = cell(section.lines().get(0).label(), large, Element.ALIGN_LEFT);
        heading.setColspan(COLUMNS.length);
        heading.setPaddingLeft(0);
        heading.setPaddingBottom(TEXT / 2);
        table.addCell(heading);
        Long whole = section.lines().get(0).value();
        YearReport.Line above = section.lines().get(0);
        for (YearReport.Line line : section.lines()) {
            PdfPCell label =
                    cell(line.depth() == 0 ? Words.of("report.total") : line.label(), text, Element.ALIGN_LEFT);
            label.setPaddingLeft(INDENT * line.depth());
            List<PdfPCell> row = List.of(
                    label,
                    cell(line.shownValue(), text, Element.ALIGN_RIGHT),
                    cell(line.shownEuros(Words::euros), text, Element.ALIGN_RIGHT),
                    bar(line.value(), whole, text));
            if (line.beginsAnotherDivision(above)) {
                row.forEach(cell -> cell.setBorder(Rectangle.TOP));
                row.forEach(cell -> cell.setBorderColor(LINE));
            }
            row.forEach(table::addCell);
            above = line;
        }
        return table;
    }

    private static PdfPCell cell(String words, Font text, int align) {
        PdfPCell cell = new PdfPCell(new Phrase(words, text));
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setHorizontalAlignment(align);
        return cell;
    }

    /** The bar of a line. There is no bar if the number or the whole is hidden, because the bar would reveal it. */
    private static PdfPCell bar(Long value, Long whole, Font text) {
        PdfPCell cell = cell("", text, Element.ALIGN_LEFT);
        if (value != null && whole != null && whole > 0) {
            float part = (float) value / whole;
            cell.setCellEvent((same, at, canvases) -> {
                PdfContentByte canvas = canvases[PdfPTable.BACKGROUNDCANVAS];
                canvas.setColorFill(BAR);
                canvas.rectangle(at.getLeft() + INDENT, at.getBottom() + 3, (at.getWidth() - INDENT) * part, TEXT - 3);
                canvas.fill();
            });
        }
        return cell;
    }
}
