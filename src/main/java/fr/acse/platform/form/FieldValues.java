package fr.acse.platform.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.re2j.Pattern;
import fr.acse.codes.Days;
import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** Converts the submitted value of a field into the stored value. A value that breaks a rule of the field is refused. */
record FieldValues(Days days) {

    /** An option that is computed when the form is opened: a code, an id or a login. */
    private static final Pattern OFFERED = Pattern.compile("[A-Za-z0-9._@-]{1,60}");

    /** A time is not refused if it passed less than 15 minutes ago, while the person was filling in the form. */
    private static final Duration WHILE_FILLING_IN = Duration.ofMinutes(15);

    /** A day more than ten years ago is refused, because the year is probably mistyped. */
    private static final int YEARS_BACK = 10;

    private static final int LONGEST_TEXT = 10_000;
    /** Most rows of a list to which a person adds rows. */
    private static final int MOST_ROWS = 60;
    /** Most characters of a number, because comparing numbers with many digits takes minutes. */
    private static final int LONGEST_NUMBER = 40;
    /** Most digits before the decimal point. */
    private static final int MOST_DIGITS = 15;

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** The value to store, or null if the field was left empty. */
    Object of(FormComponent field, Object raw) {
        return isEmpty(raw) ? null : convert(field, raw);
    }

    private static boolean isEmpty(Object raw) {
        return raw == null || raw instanceof String text && text.isBlank();
    }

    private Object convert(FormComponent field, Object raw) {
        return switch (field.type()) {
            case "textfield", "textarea" -> text(field, raw);
            case "number" -> number(field, raw);
            case "select", "radio" -> option(field, raw);
            case "taglist", "checklist" -> options(field, raw);
            case "dynamiclist" -> rows(field, raw);
            case "checkbox" -> flag(field, raw);
            case "datetime" -> field.isDay() ? day(field, raw) : moment(field, raw);
            default -> throw new Refusal("type", field.label());
        };
    }

    private String text(FormComponent field, Object raw) {
        if (!(raw instanceof String typed)) {
            throw new Refusal("type", field.label());
        }
        String text = field.isSealed() ? typed : typed.strip();
        BigDecimal longest = field.limit("maxLength");
        int limit = longest == null ? LONGEST_TEXT : longest.intValue();
        if (text.length() > limit) {
            throw new Refusal("maxLength", field.label(), limit);
        }
        BigDecimal shortest = field.limit("minLength");
        if (shortest != null && text.length() < shortest.intValue()) {
            throw new Refusal("minLength", field.label(), shortest.intValue());
        }
        if (field.pattern() != null && !Pattern.matches(field.pattern(), text)) {
            throw new Refusal("pattern", field.label());
        }
        if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new Refusal("pattern", field.label());
        }
        return text;
    }

    private Number number(FormComponent field, Object raw) {
        BigDecimal number;
        String text = raw.toString();
        if (text.length() > LONGEST_NUMBER) {
            throw new Refusal("number", field.label());
        }
        try {
            number = new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new Refusal("number", field.label());
        }
        // A huge exponent would overflow, or fill the memory with zeros.
        Refusal.unless(Math.abs((long) number.scale()) <= LONGEST_NUMBER, "number", field.label());
        BigDecimal min = field.limit("min");
        BigDecimal max = field.limit("max");
        if (min != null && number.compareTo(min) < 0 || max != null && number.compareTo(max) > 0) {
            throw new Refusal("range", field.label(), min, max);
        }
        if (field.decimals() == 0 && number.stripTrailingZeros().scale() > 0) {
            throw new Refusal("wholeNumber", field.label());
        }
        if (number.stripTrailingZeros().scale() > field.decimals()) {
            throw new Refusal("decimals", field.label(), field.decimals());
        }
        if (field.decimals() > 0) {
            Refusal.unless(number.precision() - number.scale() <= MOST_DIGITS, "number", field.label());
            return number.setScale(field.decimals());
        }
        try {
            return number.intValueExact();
        } catch (ArithmeticException tooLarge) {
            throw new Refusal("number", field.label());
        }
    }

    private String option(FormComponent field, Object raw) {
        String code = raw.toString();
        Refusal.unless(isOffered(field, code), "option", field.label());
        return code;
    }

    private static boolean isOffered(FormComponent field, String code) {
        return field.hasStaticOptions() ? field.options().contains(code) : OFFERED.matches(code);
    }

    /** Several codes, stored in one text with commas between the codes. */
    private String options(FormComponent field, Object raw) {
        List<String> chosen = new ArrayList<>();
        if (raw instanceof Collection<?> list) {
            list.forEach(each -> chosen.add(String.valueOf(each)));
        } else {
            try {
                chosen.addAll(Arrays.asList(JSON.readValue(raw.toString(), String[].class)));
            } catch (JsonProcessingException e) {
                throw new Refusal("option", field.label());
            }
        }
        for (String code : chosen) {
            Refusal.unless(isOffered(field, code), "option", field.label());
        }
        return chosen.isEmpty() ? null : String.join(",", chosen);
    }

    /** The rows of a list, stored as JSON. Each value in a row passes the checks of its field. */
    private String rows(FormComponent list, Object raw) {
        JsonNode rows;
        try {
            rows = raw instanceof Collection<?> ? JSON.valueToTree(raw) : JSON.readTree(raw.toString());
        } catch (JsonProcessingException e) {
            throw new Refusal("type", list.label());
        }
        Refusal.unless(rows != null && rows.isArray(), "type", list.label());
        Refusal.unless(rows.size() <= MOST_ROWS, "rows", list.label(), MOST_ROWS);
        ArrayNode kept = JSON.createArrayNode();
        for (JsonNode row : rows) {
            kept.add(row(list, row, kept.size() + 1));
        }
        return kept.isEmpty() ? null : kept.toString();
    }

    private ObjectNode row(FormComponent list, JsonNode row, int number) {
        Refusal.unless(row.isObject(), "type", list.label());
        Map<String, Object> answers = JSON.convertValue(row, new TypeReference<>() {});
        List<FormComponent> fields = list.fieldsOfRow();
        answers.keySet().stream()
                .filter(name -> fields.stream().noneMatch(field -> field.key().equals(name)))
                .findFirst()
                .ifPresent(name -> {
                    throw new Refusal("notInForm", name);
                });
        ObjectNode kept = JSON.createObjectNode();
        for (FormComponent field : fields) {
            if (!field.isReadonly() && field.isShown(answers::get)) {
                try {
                    Object raw = answers.get(field.key());
                    Object value = of(field, raw);
                    Refusal.unless(value != null || !field.isRequired(), "required", field.label());
                    kept.set(
                            field.key(),
                            value instanceof BigDecimal decimal
                                    ? DecimalNode.valueOf(decimal)
                                    : JSON.valueToTree(value));
                } catch (Refusal refused) {
                    throw new Refusal("row", number, refused.getMessage());
                }
            }
        }
        return kept;
    }

    private Boolean flag(FormComponent field, Object raw) {
        if (!(raw instanceof Boolean flag)) {
            throw new Refusal("type", field.label());
        }
        return flag;
    }

    private String day(FormComponent field, Object raw) {
        LocalDate day;
        try {
            String text = raw.toString();
            day = LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeException e) {
            throw new Refusal("day", field.label());
        }
        if (field.refusesPast() && day.isBefore(days.today())) {
            throw new Refusal("past", field.label());
        }
        if (field.hasHappened()) {
            requireHappened(field, day);
        }
        if (day.getYear() < 1900 || day.getYear() > 2200) {
            throw new Refusal("day", field.label());
        }
        return day.toString();
    }

    /** Refuses a day in the future or more than ten years ago. A mistyped year would set a timer that nobody can correct. */
    private void requireHappened(FormComponent field, LocalDate day) {
        LocalDate today = days.today();
        Refusal.unless(!day.isAfter(today), "ahead", field.label(), Words.day(day));
        Refusal.unless(
                !day.isBefore(today.minusYears(YEARS_BACK)), "longAgo", field.label(), Words.day(day), YEARS_BACK);
    }

    private Date moment(FormComponent field, Object raw) {
        Instant moment = raw instanceof Date date ? date.toInstant() : parseMoment(field, raw.toString());
        if (field.refusesPast() && moment.isBefore(days.now().minus(WHILE_FILLING_IN))) {
            throw new Refusal("past", field.label());
        }
        return Date.from(moment);
    }

    /** Reads a time with an offset from UTC, which browsers send. A time without an offset is a time in Europe/Paris. */
    private Instant parseMoment(FormComponent field, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException withoutOffset) {
            try {
                return LocalDateTime.parse(text).atZone(days.zone()).toInstant();
            } catch (DateTimeException e) {
                throw new Refusal("moment", field.label());
            }
        }
    }
}
