package fr.acse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Searches every column of every table, as somebody does who has the database. */
public final class EveryCell {

    private EveryCell() {}

    /** @return {@code table.column} of each column that holds a text somewhere, binary ones too */
    public static List<String> thatContains(String text, JdbcTemplate jdbc) {
        List<String> found = new ArrayList<>();
        String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        for (Map<String, Object> column : jdbc.queryForList(
                "select table_name, column_name, data_type from information_schema.columns where table_schema ="
                        + " 'public'")) {
            boolean bytes = column.get("data_type").equals("bytea");
            String cell =
                    bytes ? "encode(" + column.get("column_name") + ", 'hex')" : column.get("column_name") + "::text";
            Integer count = jdbc.queryForObject(
                    "select count(*) from " + column.get("table_name") + " where position(? in " + cell + ") > 0",
                    Integer.class,
                    bytes ? hex : text);
            if (count > 0) {
                found.add(column.get("table_name") + "." + column.get("column_name"));
            }
        }
        return found;
    }
}
