package fr.acse.console.cases;

import fr.acse.alarm.AlarmKinds;
import fr.acse.alarm.AlarmService;
import fr.acse.alarm.AlarmService.State;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Groups;
import fr.acse.codes.Login;
import fr.acse.codes.Relation;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.identity.People;
import fr.acse.words.Words;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Alarms in words, for one reader: what happened, who has taken the alarm, and the next step. */
@Component
@RequiredArgsConstructor
class AlarmViews {

    /**
     * @param by role of the person who reported the alarm
     * @param danger whether the alarm stays until the danger is over, also when somebody has taken it
     * @param state see {@link State}
     * @param takenBy name of the person who has taken the alarm, a general word if the reader may not know her, or null
     * @param givenTo name of the person who holds the task of the alarm and has not taken the alarm yet, or null
     * @param risesAt when the next role is told if nobody takes the alarm; null if there is no next role
     * @param first what comes before everything else in a danger, or null
     * @param next the open step and the role that does it, or null
     * @param task id of the task of the alarm if the reader can work on it, else null
     */
    record View(
            CaseReference reference,
            String what,
            Instant at,
            String by,
            boolean danger,
            State state,
            String takenBy,
            Instant takenAt,
            String givenTo,
            Instant risesAt,
            String first,
            String next,
            String task) {

        /** For readers who may know what kind of danger there is, and not what happened. */
        static View reduced(View of, String what, String first, String takenBy) {
            return new View(
                    of.reference(),
                    Words.of(what),
                    of.at(),
                    of.by(),
                    true,
                    of.state(),
                    takenBy,
                    of.takenAt(),
                    null,
                    null,
                    first == null ? null : Words.of(first),
                    null,
                    null);
        }
    }

    private record Step(String about, String task, Login holder, CaseSteps.Step step, boolean mine, Instant risesAt) {}

    private static final String MINE = """
            (coalesce(t.assignee = :login, false)
                or exists (select from engine_candidate c where c.task = t.id and c.role = any(:groups)))""";

    /** The task of each alarm. A late request has none: then it is the reader's most urgent task of the orientation, if there is one. */
    private static final String OPEN =
            "select l.about, t.*, (select min(d.due_at) from alarm a join deadline d on d.instance = a.watcher"
                    + " where a.about = l.about and a.stands and d.open) rises_at from unnest(:abouts::varchar[], :references::varchar[]) l (about, reference)"
                    + " cross join lateral (select t.*, " + MINE + " mine from engine_task t where t.id = l.about"
                    + " union all (select t.*, true from engine_instance i join engine_task t on t.instance = i.id"
                    + " where i.reference = l.reference and t.definition like 'orientation:%' and " + MINE
                    + " and not exists (select from engine_task o where o.id = l.about) order by t.priority desc, t.id limit 1)) t";

    private static final int MOST = 100;
    private static final String SHELTERS = "shelters";

    private final AlarmService alarms;
    private final AlarmKinds kinds;
    private final NamedParameterJdbcTemplate jdbc;
    private final CaseSteps steps;
    private final People people;
    private final CaseAccess access;

    /** Alarms that are not over and concern the reader: danger first, then missing women, then by age. */
    List<View> standing(Login reader) {
        return of(alarms.standing(reader, MOST), reader);
    }

    /** The alarms of a case that the reader may read, the latest first. Those that are over are for readers of all alarms. */
    List<View> ofCase(CaseReference reference, Set<Relation> relations, Login reader) {
        boolean all = access.mayRead("alarms", relations);
        return of(alarms.of(reference, MOST), reader).stream()
                .filter(view -> all || view.state() != State.OVER)
                .toList();
    }

    /** The alarm of a task, or else one of its case that the reader may read. */
    Optional<View> ofTask(String task, CaseReference reference, Login reader) {
        return of(alarms.about(task, reference), reader).stream().findFirst();
    }

    private List<View> of(List<AlarmService.Alarm> alarms, Login reader) {
        if (alarms.isEmpty()) {
            return List.of();
        }
        Set<String> own = people.groupsOf(reader);
        Map<String, Step> open = open(alarms, reader, own);
        Map<CaseReference, Set<Relation>> relations = access.relations(
                reader,
                alarms.stream()
                        .map(AlarmService.Alarm::reference)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        return alarms.stream()
                .flatMap(alarm -> narrowed(
                        alarm,
                        open.get(alarm.about()),
                        own,
                        alarm.reference() == null ? Set.of() : relations.getOrDefault(alarm.reference(), Set.of())))
                .toList();
    }

    /** What the reader may read of an alarm: all, only what kind of danger there is, or nothing. All screens pass here. */
    private Stream<View> narrowed(AlarmService.Alarm alarm, Step open, Set<String> own, Set<Relation> relations) {
        View view = view(alarm, open, own, relations);
        boolean hers = open != null && open.mine() && open.task().equals(alarm.about());
        if (hers || isTold(alarm, own) || access.mayRead("alarms", relations)) {
            return Stream.of(view);
        }
        String by = alarm.takenAs() == null ? null : Words.orElse("reads.role." + alarm.takenAs(), null);
        if (alarm.isMissing() && access.mayRead("missing", relations)) {
            return Stream.of(View.reduced(view, "alarm.missing", null, by));
        }
        if (!alarm.isDanger() || !access.mayRead("dangerOnTheWay", relations)) {
            return Stream.of();
        }
        if (travels(alarm, relations)) {
            return Stream.of(View.reduced(view, "alarm." + alarm.kind(), "alarm.first.travels", by));
        }
        return kinds.awaited().contains(alarm.kind())
                ? Stream.of(View.reduced(view, "alarm.awaits", "alarm.first.awaits", by))
                : Stream.of();
    }

    private static boolean isTold(AlarmService.Alarm alarm, Set<String> own) {
        return !Collections.disjoint(alarm.told(), own);
    }

    /** Whether the reader's association is on the journey of the alarm. */
    private boolean travels(AlarmService.Alarm alarm, Set<Relation> relations) {
        return kinds.onTheWay().contains(alarm.kind())
                && !Collections.disjoint(relations, Set.of(Relation.OPERATOR, Relation.ESCORT));
    }

    private Map<String, Step> open(List<AlarmService.Alarm> alarms, Login reader, Set<String> own) {
        List<AlarmService.Alarm> standing =
                alarms.stream().filter(alarm -> alarm.state() != State.OVER).toList();
        return jdbc
                .query(
                        OPEN,
                        new MapSqlParameterSource("login", reader.value())
                                .addValue("groups", own.toArray(String[]::new))
                                .addValue("abouts", array(standing, AlarmService.Alarm::about))
                                .addValue("references", array(standing, AlarmViews::reference)),
                        (row, number) -> new Step(
                                row.getString("about"),
                                row.getString("id"),
                                row.getString("assignee") == null ? null : new Login(row.getString("assignee")),
                                steps.step(row.getString("definition"), row.getString("step"), null),
                                row.getBoolean("mine"),
                                row.getTimestamp("rises_at") == null
                                        ? null
                                        : row.getTimestamp("rises_at").toInstant()))
                .stream()
                .collect(Collectors.toMap(Step::about, Function.identity()));
    }

    private static String[] array(List<AlarmService.Alarm> alarms, Function<AlarmService.Alarm, String> part) {
        return alarms.stream().map(part).toArray(String[]::new);
    }

    private static String reference(AlarmService.Alarm alarm) {
        return alarm.reference() == null ? null : alarm.reference().value();
    }

    private View view(AlarmService.Alarm alarm, Step open, Set<String> own, Set<Relation> relations) {
        boolean taken = alarm.state() == State.TAKEN;
        return new View(
                alarm.reference(),
                Words.of("alarm." + alarm.kind()),
                alarm.raisedAt(),
                Words.of("alarm.by." + alarm.raisedBy()),
                alarm.lasts(),
                alarm.state(),
                taken ? name(alarm.takenBy(), SHELTERS.equals(alarm.takenAs()), own) : null,
                taken ? alarm.takenAt() : null,
                alarm.state() == State.WAITS && open != null && open.holder() != null
                        ? name(open.holder(), people.groupsOf(open.holder()).contains(SHELTERS), own)
                        : null,
                alarm.state() == State.WAITS && open != null && !alarm.told().contains(Groups.SUPERVISORS)
                        ? open.risesAt()
                        : null,
                first(alarm, own, relations),
                next(alarm, open, relations),
                open != null && open.mine() ? open.task() : null);
    }

    /** Whoever travels has no step until the coordination has decided, and reads what to do until then. */
    private String first(AlarmService.Alarm alarm, Set<String> own, Set<Relation> relations) {
        if (!alarm.isDanger() || alarm.state() == State.OVER) {
            return null;
        }
        return Words.of(travels(alarm, relations) && !isTold(alarm, own) ? "alarm.first.travels" : "alarm.first");
    }

    private String next(AlarmService.Alarm alarm, Step open, Set<Relation> relations) {
        if (open == null) {
            return Words.orElse("alarm.next." + alarm.kind(), null);
        }
        return open.mine() || access.mayRead("steps." + open.step().process(), relations)
                ? Words.of("alarm.next", open.step().name(), open.step().role())
                : null;
    }

    /** Only her own organisation learns who works for a shelter. */
    private String name(Login login, boolean ofShelter, Set<String> own) {
        boolean colleague = people.groupsOf(login).stream()
                .anyMatch(group -> group.startsWith(People.ORGANISATION) && own.contains(group));
        return ofShelter && !colleague ? Words.of("who.hidden") : people.nameOf(login);
    }
}
