package fr.acse.console;

import java.util.List;
import java.util.stream.Collectors;

/** The CSV lines of an export for spreadsheets. Quoted cells cannot end early, and a spreadsheet does not run a cell as a formula. */
public final class Csv {

    private static final String FORMULA_STARTS = "=+@-\t\r\n";

    private Csv() {}

    public static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(";", "", "\r\n"));
    }

    private static String cell(String value) {
        boolean formula = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0;
        String harmless = formula ? "'" + value : value;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
