package fr.acse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lines of a travel claim, as a form sends them. */
public final class Spent {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Map<String, Object>> lines = new ArrayList<>();

    private Spent() {}

    public static Spent on(String kind, String traveller, double euros, Object... more) {
        return new Spent().and(kind, traveller, euros, more);
    }

    /** @param more other fields of the line, and their values */
    public Spent and(String kind, String traveller, double euros, Object... more) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("costKind", kind);
        line.put("traveller", traveller);
        line.put("spentOn", TestTime.today().toString());
        line.put("euros", euros);
        line.put("receipt", "R-" + (lines.size() + 1));
        for (int i = 0; i < more.length; i += 2) {
            line.put((String) more[i], more[i + 1]);
        }
        lines.add(line);
        return this;
    }

    public String rows() {
        return json(lines);
    }

    /** What the coordination finds, line by line. */
    public static String found(String... findings) {
        return json(Arrays.stream(findings).map(each -> Map.of("finding", each)).toList());
    }

    private static String json(Object rows) {
        try {
            return JSON.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
