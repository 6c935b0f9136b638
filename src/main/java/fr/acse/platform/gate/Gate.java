package fr.acse.platform.gate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ModelSteps;
import fr.acse.platform.model.ProcessContract;
import fr.acse.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * Checks a whole set of models before the application stores the set, and reports the errors of all files together. The first group of
 * rules checks which elements a file contains. If these rules find nothing, the other rules check the meaning of the models.
 */
public final class Gate {

    private static final int MOST_TOLD = 30;
    private static final String SOFTWARE = "fr.acse";

    private static final int MOST_REMEMBERED = 50;
    /** Size of the cache in lines of findings. A proof without findings counts as one line. */
    private static final int MOST_PROVEN = 5_000;

    private record Tried(String decision, String file, String xml, Map<String, Set<String>> offered) {}

    private final List<ProcessContract> contracts;
    private final List<ModelTrial> trials;
    private final Map<String, ModelSteps.Step> steps;
    private final Supplier<Map<String, byte[]>> release;
    private final Cache<List<Object>, List<Finding>> proven = Caffeine.newBuilder()
            .maximumWeight(MOST_PROVEN)
            .weigher((List<Object> of, List<Finding> found) ->
                    1 + found.stream().mapToInt(Finding::lines).sum())
            .build();
    private final Cache<Tried, List<Finding>> results =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();
    private final ReadFiles read = new ReadFiles();
    private Known known;

    private Gate(
            List<ProcessContract> contracts,
            List<ModelTrial> trials,
            Map<String, ModelSteps.Step> steps,
            Supplier<Map<String, byte[]>> release) {
        this.contracts = contracts;
        this.trials = trials;
        this.steps = steps;
        this.release = release;
    }

    /** Names that a model may use, computed at the first check: a start of the application without new models needs no check. */
    private Known known() {
        if (known == null) {
            known = Known.of(ModelSet.of(release.get(), read), contracts.stream(), steps);
        }
        return known;
    }

    private List<Rule> parts(Known known) {
        return List.of(
                new OnlyListedParts().inEach(proven),
                new ReferenceIsOurs().inEach(proven),
                new SimpleExpressions().inEach(proven),
                new IdsOnce().inEach(proven),
                new DecisionsAreShort().inEach(proven),
                new FormRules(known.release(), proven),
                new ListedSteps(),
                new DrawnWhole(),
                new ProcessesAreWhole());
    }

    private List<Rule> meaning(Known known) {
        return List.of(
                new AsReleased(known),
                new OwnBeans(known),
                new InAPersonsHand(known),
                new FormsAreThere(),
                new StartFormsHoldTheirChoices(known),
                new Questions(known),
                new OptionsAreUnderstood(known),
                new IdleOptions(known),
                new AnswersStay(known),
                new ShelterStaysSecret(),
                new DecisionsAreThere(known),
                new CalledProcesses(known),
                new MappingsStay(known),
                new MessagesMeet(known),
                new ErrorsMeet(),
                new SomebodySeesIt(known),
                new VariablesAreKnown(known),
                new SomebodyWritesIt(known),
                new Conditions(known),
                new Timers(known),
                new Priorities(known),
                new WaysOut(),
                new Soundness(proven),
                new OutcomesOfEnds(known),
                new EndsClose(),
                new NothingCutsOff(),
                new Clocks(),
                new Alarms(),
                new Promises(known, proven));
    }

    /** Returns a gate with all contracts, trials, delegates and listeners of the software. The gate needs no running application. */
    static Gate ofTheSoftware() {
        return ofTheSoftware(Gate::filesOfRelease);
    }

    /** @param release models of the software release, with which the gate compares other models */
    static Gate ofTheSoftware(Supplier<Map<String, byte[]>> release) {
        return new Gate(
                instances(HasContract.class).stream().map(HasContract::contract).toList(),
                instances(ModelTrial.class),
                ModelSteps.byBean(),
                release);
    }

    private static <T> List<T> instances(Class<T> kind) {
        return types(kind)
                .map(type -> kind.cast(BeanUtils.instantiateClass(type)))
                .toList();
    }

    private static Stream<Class<?>> types(Class<?> kind) {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(kind));
        return scanner.findCandidateComponents(SOFTWARE).stream()
                .map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null));
    }

    /** The models and forms that come with the software, by name. */
    public static Map<String, byte[]> filesOfRelease() {
        Map<String, byte[]> files = new TreeMap<>();
        try {
            for (String place : List.of("processes/*.*", "forms/*.form")) {
                for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:/" + place)) {
                    files.put(file.getFilename(), file.getContentAsByteArray());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /**
     * Checks one set at a time, because DOM documents are not thread-safe.
     *
     * @param files all files of a set, by name
     * @return findings of all files; empty if the set may run
     */
    public List<Finding> findings(Map<String, byte[]> files) {
        return findings(files, file -> {});
    }

    /** @param at receives the name of the file that is being checked, or an empty text for the whole set */
    synchronized List<Finding> findings(Map<String, byte[]> files, Consumer<String> at) {
        files.forEach((name, content) -> {
            at.accept(name);
            read.file(name, content);
        });
        at.accept("");
        ModelSet set = ModelSet.of(files, read);
        List<Finding> found = Stream.concat(set.unreadable().stream(), of(parts(known()), set))
                .toList();
        if (found.isEmpty()) {
            found = Stream.concat(of(meaning(known().with(set)), set), tried(set, files, at))
                    .toList();
        }
        return found.stream().distinct().toList();
    }

    private static Stream<Finding> of(List<Rule> rules, ModelSet set) {
        return rules.stream().flatMap(rule -> rule.findings(set));
    }

    /** Tries out the decisions of a set. A decision with the same content and the same options is tried only once. */
    private Stream<Finding> tried(ModelSet set, Map<String, byte[]> files, Consumer<String> at) {
        Map<String, Set<String>> offered = new Choices(set, known()).offered();
        return trials.stream()
                .flatMap(trial -> Optional.ofNullable(set.decisions().get(trial.decision())).stream()
                        .map(decision -> decision.file().name())
                        .map(file -> new Tried(
                                trial.decision(),
                                file,
                                new String(files.get(file), StandardCharsets.UTF_8),
                                only(trial.questions(), offered)))
                        .flatMap(asked -> results
                                .get(asked, any -> {
                                    at.accept(asked.file());
                                    return trial.tryOut(asked.file(), asked.xml(), asked.offered())
                                            .toList();
                                })
                                .stream()));
    }

    private static Map<String, Set<String>> only(Set<String> questions, Map<String, Set<String>> offered) {
        Map<String, Set<String>> some = new HashMap<>(offered);
        some.keySet().retainAll(questions);
        return some;
    }

    /** Returns the first 30 findings as numbered text, grouped by file, and the number of further findings. */
    public static String inWords(List<Finding> findings) {
        List<Finding> told = findings.stream()
                .collect(Collectors.groupingBy(Finding::file, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(List::stream)
                .limit(MOST_TOLD)
                .toList();
        String list = IntStream.range(0, told.size())
                .mapToObj(i -> (i + 1) + ". " + told.get(i).words())
                .collect(Collectors.joining("\n\n"));
        int left = findings.size() - told.size();
        return left == 0 ? list : list + "\n\n" + Words.ofRule("finding.more", left);
    }
}
