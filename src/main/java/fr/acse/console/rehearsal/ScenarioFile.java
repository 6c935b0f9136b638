package fr.acse.console.rehearsal;

import com.google.re2j.Pattern;
import fr.acse.console.rehearsal.Scenario.Step;
import fr.acse.words.Refusal;
import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads a scenario from YAML. Each value stays a text: {@code no} does not become false. docs/models.md describes the steps. */
final class ScenarioFile {

    private static final String STARTS = " starts";
    private static final String DOES = " does";
    private static final String WITH = "with";
    private static final String REFUSED = "refused";
    private static final Set<String> EXPECTED =
            Set.of("open", "notOpen", "passed", "notPassed", "outcome", "closed", "told", "notTold");

    /** The deepest nesting of YAML in a scenario. The scenarios of the software are much shorter and flatter than these limits. */
    private static final int DEEPEST = 8;

    private static final int MOST_STEPS = 300;
    private static final Pattern DAYS_AND_MORE = Pattern.compile("P(\\d{1,4}[YMWD])+");
    private static final Duration LONGEST_WAIT = Duration.ofDays(3650);

    /** Turns off the conversion of YAML values to numbers, dates and booleans. */
    private static final class AsWritten extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            // Without implicit resolvers, every value stays a text.
        }
    }

    private final String file;
    private int number;

    private ScenarioFile(String file) {
        this.file = file;
    }

    /** @throws Refusal that names the file, the step and the expected form */
    static Scenario read(String file, String text) {
        return new ScenarioFile(file).read(text);
    }

    private Scenario read(String text) {
        Object loaded = load(text == null ? "" : text);
        requireLetters(loaded);
        Refusal.unless(
                loaded instanceof Map<?, ?> map
                        && map.get("title") instanceof String
                        && map.get("steps") instanceof List,
                "scenario.empty",
                file);
        Map<?, ?> story = (Map<?, ?>) loaded;
        List<?> written = (List<?>) story.get("steps");
        Refusal.unless(written.size() <= MOST_STEPS, "scenario.long", file, MOST_STEPS);
        List<Step> steps = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (Object step : written) {
            number++;
            Map<String, Object> read = texts(map(step, "step"));
            steps.add(step(read));
            words.add(said(read));
        }
        Refusal.unless(!steps.isEmpty(), "scenario.empty", file);
        return new Scenario(file, (String) story.get("title"), List.copyOf(steps), List.copyOf(words));
    }

    /** Refuses the character U+0000, also if it is escaped, because PostgreSQL cannot store it. */
    private void requireLetters(Object value) {
        if (value instanceof Map<?, ?> map) {
            map.keySet().forEach(this::requireLetters);
            map.values().forEach(this::requireLetters);
        } else if (value instanceof List<?> list) {
            list.forEach(this::requireLetters);
        } else {
            Refusal.unless(String.valueOf(value).indexOf(0) < 0, "scenario.zero", file);
        }
    }

    /** The text of a step for messages, without its answers, so that the author finds the step in the file. */
    private static String said(Map<String, Object> step) {
        return step.entrySet().stream()
                .filter(part -> !part.getKey().equals(WITH) && !part.getKey().equals(REFUSED))
                .map(part -> part.getKey() + ": "
                        + (part.getValue() instanceof Map<?, ?> map ? map.keySet() : part.getValue()))
                .collect(Collectors.joining(", "));
    }

    private Object load(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(DEEPEST);
        DumperOptions dumping = new DumperOptions();
        try {
            return new Yaml(new SafeConstructor(options), new Representer(dumping), dumping, options, new AsWritten())
                    .load(text);
        } catch (MarkedYAMLException broken) {
            throw new Refusal(
                    "scenario.yaml",
                    file,
                    broken.getProblemMark() == null
                            ? 1
                            : broken.getProblemMark().getLine() + 1);
        } catch (YAMLException broken) {
            throw new Refusal("scenario.yaml", file, 1);
        }
    }

    private Step step(Map<String, Object> step) {
        String first = step.keySet().stream()
                .filter(key -> key.endsWith(STARTS)
                        || key.endsWith(DOES)
                        || Set.of("wait", "expect", "everybody").contains(key))
                .findFirst()
                .orElseThrow(() -> unknown(step.keySet()));
        onlyKeys(step, first.equals("expect") || first.equals("wait") ? Set.of(first) : Set.of(first, WITH, REFUSED));
        Object what = step.get(first);
        Map<String, Object> with = step.containsKey(WITH) ? texts(map(step.get(WITH), WITH)) : Map.of();
        String refused = step.containsKey(REFUSED) ? text(step.get(REFUSED), REFUSED) : null;
        if (first.endsWith(STARTS)) {
            String person = first.substring(0, first.length() - STARTS.length());
            String process = text(what, first);
            return play -> play.start(person, process, with, refused);
        }
        if (first.endsWith(DOES)) {
            String person = first.substring(0, first.length() - DOES.length());
            String task = text(what, first);
            return play -> play.complete(person, task, with, refused);
        }
        if (first.equals("wait")) {
            Duration time = duration(text(what, first));
            return play -> play.pass(time);
        }
        if (first.equals("everybody")) {
            return play -> play.goOn(with);
        }
        return expect(texts(map(what, first)));
    }

    private Step expect(Map<String, Object> what) {
        Set<String> others = new TreeSet<>(what.keySet());
        others.removeAll(EXPECTED);
        Refusal.unless(
                others.isEmpty(),
                "scenario.unknownExpected",
                file,
                number,
                String.join(", ", others),
                String.join(", ", new TreeSet<>(EXPECTED)));
        List<Step> all = new ArrayList<>();
        what.forEach((key, value) -> {
            switch (key) {
                case "outcome" -> {
                    String outcome = text(value, key);
                    all.add(play -> play.expect().outcome(outcome));
                }
                case "closed" -> {
                    String closed = text(value, key);
                    Refusal.unless(closed.equals("yes") || closed.equals("no"), "scenario.yesNo", file, number, key);
                    all.add(play -> play.expect().closed(closed.equals("yes")));
                }
                default ->
                    words(value, key)
                            .forEach(each -> all.add(play -> play.expect().that(key, each)));
            }
        });
        return play -> all.forEach(each -> each.play(play));
    }

    private Stream<String> words(Object value, String key) {
        return value instanceof List<?> list ? list.stream().map(each -> text(each, key)) : Stream.of(text(value, key));
    }

    private Duration duration(String text) {
        try {
            Duration time = DAYS_AND_MORE.matcher(text).matches()
                    ? Duration.ofDays(days(Period.parse(text)))
                    : Duration.parse(text);
            Refusal.unless(
                    !time.isNegative() && time.compareTo(LONGEST_WAIT) <= 0, "scenario.duration", file, number, text);
            return time;
        } catch (DateTimeParseException e) {
            throw new Refusal("scenario.duration", file, number, text);
        }
    }

    /** A month counts as 31 days, so that a timer of one month has fired after a wait of one month. */
    private static long days(Period period) {
        return period.toTotalMonths() * 31 + period.getDays();
    }

    private void onlyKeys(Map<String, Object> map, Set<String> known) {
        Set<String> others = new TreeSet<>(map.keySet());
        others.removeAll(known);
        if (!others.isEmpty()) {
            throw unknown(others);
        }
    }

    private Refusal unknown(Set<String> keys) {
        return new Refusal("scenario.unknown", file, number, String.join(", ", keys));
    }

    private Map<String, Object> texts(Map<?, ?> map) {
        Map<String, Object> texts = new TreeMap<>();
        map.forEach((key, value) -> texts.put(text(key, "step"), value));
        return texts;
    }

    private String text(Object value, String key) {
        if (value instanceof String text && !text.isBlank()) {
            return text.strip();
        }
        throw new Refusal("scenario.value", file, number, key);
    }

    private Map<?, ?> map(Object value, String key) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new Refusal(key.equals("step") ? "scenario.noStep" : "scenario.value", file, number, key);
    }
}
