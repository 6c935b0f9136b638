package fr.acse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.platform.history.CaseEvent;
import fr.acse.platform.history.CaseHistory;
import fr.acse.platform.identity.People;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;

/** The people of the network, as a test plays them: they start cases, complete tasks with their forms, and time passes. */
@TestComponent
public class Network {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** An alarm rises twice at most. */
    private static final int RINGS = 3;

    private final ProcessEngine engine;
    private final People people;
    private final CaseHistory history;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    protected Network(ProcessEngine engine, People people, CaseHistory history, JdbcTemplate jdbc, Clock clock) {
        this.engine = engine;
        this.history = history;
        this.people = people;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Starts a process with its form. @return the reference of the new case */
    public String start(String process, String form, String person, Object... values) {
        return startWith(process, form, person, pairs(values));
    }

    /** Starts something for a case, such as a proposal that she leaves. */
    public void startFor(String reference, String process, String form, String person, Object... values) {
        Map<String, Object> all = new TreeMap<>(pairs(values));
        all.put("caseReference", reference);
        startWith(process, form, person, all);
    }

    /** @return the reference of the case */
    protected String startWith(String process, String form, String person, Map<String, Object> values) {
        return as(
                person,
                () -> engine.getFormService()
                        .submitStartForm(definition(process).getId(), FormAnswers.of(form, clock, values))
                        .getBusinessKey());
    }

    /** Opens the referral of a woman whom nobody referred before, unless her names are given. Similar cases were looked for. */
    public String openReferral(Object... values) {
        Map<String, Object> named = pairs(values);
        return openReferralBy("operator", named);
    }

    private String openReferralBy(String person, Map<String, Object> named) {
        named.putIfAbsent("sealed_lastName", UUID.randomUUID().toString());
        named.putIfAbsent("forOrganisation", null);
        String reference = startWith("referral", "open-referral", person, named);
        runJobs(reference);
        return reference;
    }

    /** The coordination opens a case for an association that telephones. */
    public String openByTelephone(String organisation) {
        return openReferralBy("coordinator", pairs("forOrganisation", organisation));
    }

    /** Completes the open task of a case with its form. */
    public void complete(String reference, String task, String person, Object... values) {
        completeTask(task(reference, task), person, values);
    }

    public void completeTask(Task task, String person, Object... values) {
        as(person, () -> {
            engine.getFormService().submitTaskForm(task.getId(), answers(task, values));
            return null;
        });
    }

    /** What whoever is logged in answers in the form of a task. */
    protected Map<String, Object> answers(Task task, Object... values) throws IOException {
        // A case that began earlier has the forms of its time.
        try (InputStream file = engine.getFormService().getDeployedTaskForm(task.getId())) {
            JsonNode form = JSON.readTree(file);
            Map<String, Object> known =
                    FormAnswers.dependsOnTheCase(form) ? engine.getTaskService().getVariables(task.getId()) : Map.of();
            return FormAnswers.of(form, clock, known, pairs(values));
        }
    }

    /** They are expected back in two hours, unless the values say another time. */
    public void letReturn(String reference, Object... values) {
        complete(
                reference,
                "task_decideOnJourney",
                "coordinator",
                Stream.concat(
                                Stream.of(
                                        "journeyDecision",
                                        "return",
                                        "newReturnAt",
                                        clock.instant()
                                                .plus(Duration.ofHours(2))
                                                .toString()),
                                Stream.of(values))
                        .toArray());
    }

    public Task task(String reference, String task) {
        List<Task> open = tasks(reference, task);
        assertThat(open)
                .as(() -> "open tasks %s of %s, of %s".formatted(task, reference, openSteps(reference)))
                .hasSize(1);
        return open.get(0);
    }

    public List<Task> tasks(String reference, String task) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(task)
                .initializeFormKeys()
                .orderByTaskCreateTime()
                .asc()
                .list();
    }

    /** Ids of the tasks that are open for a case. */
    public List<String> openTasks(String reference) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(reference).list().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    /** Everything that is still open for a case: tasks, waiting events, jobs. */
    public List<String> openSteps(String reference) {
        List<String> steps = new ArrayList<>();
        instances(reference).forEach(instance -> {
            collect(engine.getRuntimeService().getActivityInstance(instance.getId()), steps);
        });
        return steps;
    }

    /** Ids of the end events that the instances of a case reached, of a process. */
    public Set<String> ends(String reference, String process) {
        return history.of(new CaseReference(reference), CaseEvent.Kind.END, 1000).stream()
                .filter(end -> end.definition().startsWith(process + ":"))
                .map(CaseEvent::element)
                .collect(Collectors.toSet());
    }

    /** Lets a shelter answer the offer that it was sent. */
    public void answerOffer(String reference, String shelter, Object... values) {
        Task offer = tasks(reference, "task_answerOffer").stream()
                .filter(task -> as(shelter, () -> sees(task)))
                .findFirst()
                .orElseThrow();
        completeTask(offer, shelter, values);
    }

    /** Whether the person who is logged in may see a task. */
    public boolean sees(Task task) {
        return engine.getTaskService().createTaskQuery().taskId(task.getId()).count() == 1;
    }

    /** How many places are held for her or occupied by her. */
    public int places(String reference) {
        return jdbc.queryForObject(
                "select count(*) from allocation where reference = ? and released_at is null",
                Integer.class,
                reference);
    }

    public boolean isClosed(String reference) {
        return instances(reference).isEmpty();
    }

    /**
     * Lets time pass; what falls due in the case meanwhile happens at its time. An alarm that nobody takes rings every quarter of an hour: when
     * all roles have heard it, it rings again only with what happens next.
     */
    public void pass(String reference, Duration time) {
        Instant until = clock.instant().plus(time);
        Map<String, Integer> rings = new HashMap<>();
        while (true) {
            List<Job> due = jobs(reference).stream()
                    .filter(job -> job.getDuedate() != null
                            && !job.getDuedate().toInstant().isAfter(until))
                    .sorted(Comparator.comparing(Job::getDuedate))
                    .toList();
            if (due.isEmpty()) {
                break;
            }
            Job next = due.get(0);
            boolean allHaveHeard = next.getProcessDefinitionKey().equals("alarm")
                    && rings.merge(next.getProcessInstanceId(), 1, Integer::sum) > RINGS;
            Date after = due.size() > 1 ? due.get(1).getDuedate() : Date.from(until);
            if (allHaveHeard && next.getDuedate().before(after)) {
                ringLater(next, after);
                continue;
            }
            if (next.getDuedate().toInstant().isAfter(clock.instant())) {
                ClockUtil.setCurrentTime(next.getDuedate());
            }
            execute(next);
            runJobs(reference);
        }
        ClockUtil.setCurrentTime(Date.from(until));
    }

    /** Runs the jobs of a case that wait for no time. */
    public void runJobs(String reference) {
        List<Job> ready;
        do {
            ready = jobs(reference).stream()
                    .filter(job -> job.getDuedate() == null
                            || !job.getDuedate().toInstant().isAfter(clock.instant()))
                    .toList();
            ready.forEach(this::execute);
        } while (!ready.isEmpty());
    }

    private void ringLater(Job alarm, Date time) {
        unlessDone(alarm, () -> engine.getManagementService().setJobDuedate(alarm.getId(), time));
    }

    private void execute(Job job) {
        unlessDone(job, () -> engine.getManagementService().executeJob(job.getId()));
    }

    /** Where jobs run by themselves, this one may have been done meanwhile. */
    private void unlessDone(Job job, Runnable action) {
        try {
            action.run();
        } catch (OptimisticLockingException atTheSameTime) {
            return; // Whoever calls looks again.
        } catch (ProcessEngineException failed) {
            boolean done = engine.getManagementService()
                            .createJobQuery()
                            .jobId(job.getId())
                            .count()
                    == 0;
            if (!done) {
                throw failed;
            }
        }
    }

    /** Runs the jobs of all instances of a process that are due, and those that follow from them. */
    public void runDueJobsOf(String process) {
        List<Job> due;
        do {
            due = engine.getManagementService()
                    .createJobQuery()
                    .processDefinitionKey(process)
                    .executable()
                    .list();
            due.forEach(this::execute);
        } while (!due.isEmpty());
    }

    /** A list or a table as a person sees it who opens the form of a task. */
    public String shown(Task task, String person, String name) {
        return as(
                person,
                () -> String.valueOf(engine.getFormService()
                        .getTaskFormVariables(task.getId())
                        .getValueTyped(name)
                        .getValue()));
    }

    /** The values of a list from which a person chooses who opens the form of a task. */
    public List<String> offered(Task task, String person, String name) {
        try {
            List<String> values = new ArrayList<>();
            JSON.readTree(shown(task, person, name))
                    .forEach(each -> values.add(each.path("value").asText()));
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Value of a field as a person sees it who opens the form of a task. */
    public Object seen(String reference, String task, String person, String field) {
        Task open = task(reference, task);
        return as(
                person,
                () -> engine.getFormService().getTaskFormVariables(open.getId()).get(field));
    }

    /** Value of a field as a person sees it who opens the form of one of several tasks. */
    public Object seenIn(Task task, String person, String field) {
        return as(
                person,
                () -> engine.getFormService().getTaskFormVariables(task.getId()).get(field));
    }

    /** A person opens a form and reads its sealed values. */
    public void read(Task task, String person) {
        as(person, () -> {
            engine.getFormService().getTaskFormVariables(task.getId()).forEach((name, value) -> {});
            return null;
        });
    }

    /** Somebody of the operator who has read so often within the hour. */
    public String staffReading(Task task, int readings) {
        String login = "reader" + UUID.randomUUID().toString().substring(0, 12);
        engine.getIdentityService().saveUser(engine.getIdentityService().newUser(login));
        engine.getIdentityService().createMembership(login, "operators");
        engine.getIdentityService().createMembership(login, People.ORGANISATION + "harbour");
        for (int i = 0; i < readings; i++) {
            read(task, login);
        }
        return login;
    }

    // --- stretches of the path

    public String committed(Object... assessment) {
        String reference = openReferral();
        complete(reference, "task_assessSituation", "operator", assessment);
        complete(reference, "task_recordCommitment", "operator");
        return reference;
    }

    public String requested(Object... assessment) {
        String reference = committed(assessment);
        complete(reference, "task_submitRequest", "operator", "sealed_functionalNeeds", "A quiet room");
        return reference;
    }

    /** A case for which a place at shelter s01 is held and proposed. */
    public String proposed(Object... assessment) {
        String reference = requested(assessment);
        propose(reference);
        return reference;
    }

    /** @param answer what the coordination fills in besides */
    public void propose(String reference, Object... answer) {
        ask(reference, "s01");
        complete(reference, "task_answerOffer", "shelter");
        complete(reference, "task_answerRequest", "coordinator", answer);
    }

    /** The coordination asks shelters by name. */
    public void ask(String reference, String... shelters) {
        String named = Stream.of(shelters).collect(Collectors.joining("\",\"", "[\"", "\"]"));
        complete(reference, "task_chooseShelters", "coordinator", "askHow", "chosen", "chosenShelters", named);
    }

    /** Undoes {@link #staffOf}. */
    public void dismissStaffOf(String shelter) {
        engine.getIdentityService().deleteUser("staff" + shelter);
    }

    /** Login of somebody who works for a shelter; she is entered when the demo has nobody. */
    public String staffOf(String shelter) {
        String login = "staff" + shelter;
        if (people.groupsOf(new Login(login)).isEmpty()) {
            engine.getIdentityService().saveUser(engine.getIdentityService().newUser(login));
            engine.getIdentityService().createMembership(login, "shelters");
            engine.getIdentityService().createMembership(login, People.ORGANISATION + shelter);
        }
        return login;
    }

    /** Reports an event of a case. */
    public void report(String reference, String event, String person) {
        start("case-event", "report-event", person, "caseReference", reference, "eventKind", event);
    }

    /** She withdraws: the operator says so, and the coordination confirms it. */
    public void withdraw(String reference) {
        start("leaving", "propose-leaving", "operator", "caseReference", reference, "leavingKind", "withdraws");
        complete(reference, "task_confirmLeaving", "coordinator");
    }

    /** She refuses the place: the operator says so, and the coordination asks her, too. */
    public void refusePlace(String reference) {
        complete(reference, "task_readAnswer", "operator", "placeDecision", "refused");
        complete(reference, "task_confirmRefusal", "coordinator");
    }

    /** A shelter takes its yes back while the arrival is agreed, and the coordination has heard why. */
    public void takeBack(String reference, String shelter) {
        report(reference, "acceptanceWithdrawn", shelter);
        complete(reference, "task_confirmTakenBack", "coordinator");
    }

    /** She did not come to the departure, nobody finds her for two days, and the coordination gives her place up. */
    public void giveUpAfterNoShow(String reference) {
        pass(reference, Duration.ofDays(2));
        complete(reference, "task_traceNoShow", "operator", "trace", "notReached");
        complete(reference, "task_confirmNoShow", "coordinator");
    }

    /** She leaves her shelter, for a home of her own: the shelter says so, and the operator confirms it. */
    public void leave(String reference, String shelter) {
        start("leaving", "propose-leaving", shelter, "caseReference", reference);
        complete(reference, "task_confirmLeaving", "operator");
    }

    /** A case whose arrival at shelter s01 is agreed. */
    public String agreed(Object... assessment) {
        return agreedFor(0, assessment);
    }

    /** @param days from today until the agreed day of arrival */
    public String agreedFor(int days, Object... assessment) {
        String reference = proposed(assessment);
        agree(reference, "shelter", "arrivalDate", today().plusDays(days).toString());
        return reference;
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneId.of("Europe/Paris")));
    }

    public void agree(String reference, String shelter, Object... arrival) {
        if (!tasks(reference, "task_readAnswer").isEmpty()) {
            complete(reference, "task_readAnswer", "operator");
        }
        complete(reference, "task_agreeArrival", "operator", arrival);
        complete(reference, "task_confirmAgreement", shelter);
        if (!tasks(reference, "task_holdInterview").isEmpty()) {
            complete(reference, "task_holdInterview", shelter);
        }
    }

    /** The operator plans the journey and escorts her; the coordination confirms it. */
    public void plan(String reference, Object... values) {
        complete(reference, "task_planJourney", "operator", values);
        complete(reference, "task_confirmEscort", "coordinator");
    }

    public void travel(String reference, String shelter) {
        plan(reference);
        complete(reference, "task_confirmDeparture", "operator");
        complete(reference, "task_confirmArrival", "operator");
        complete(reference, "task_confirmReception", shelter);
        runJobs(reference);
    }

    /** A case that has arrived at shelter s01. */
    public String arrived(Object... assessment) {
        String reference = agreed(assessment);
        travel(reference, "shelter");
        return reference;
    }

    public void payAllowance(String reference) {
        complete(reference, "task_approveAllowance", "finance");
        complete(reference, "task_handOverAllowance", "shelter");
    }

    /** Whatever waits to be paid goes into a run of its own, which the bank does not answer. */
    public void sendWhatWaits() {
        try {
            complete(start("payment-run", "start-payment-run", "finance"), "task_releaseRun", "finance2");
        } catch (RuntimeException refused) {
            if (!refused.getMessage().contains("Nothing waits to be paid")) {
                throw refused;
            }
        }
    }

    /** Whatever waits to be paid goes into a run, and the bank pays it. */
    public void payWhatWaits() {
        String run = start("payment-run", "start-payment-run", "finance");
        complete(run, "task_releaseRun", "finance2");
        tasks(run, "task_recordBankAnswer").forEach(payment -> completeTask(payment, "finance"));
    }

    public void approveClaim(String reference) {
        complete(reference, "task_submitClaim", "operator");
        complete(reference, "task_checkClaim", "coordinator");
        complete(reference, "task_approveClaim", "finance");
    }

    public <T> T as(String person, Callable<T> action) {
        engine.getIdentityService().setAuthentication(person, List.copyOf(people.groupsOf(new Login(person))));
        try {
            return action.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    public ProcessDefinition definition(String process) {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult();
    }

    private List<ProcessInstance> instances(String reference) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .list();
    }

    private List<Job> jobs(String reference) {
        return instances(reference).stream()
                .flatMap(instance ->
                        engine
                                .getManagementService()
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .list()
                                .stream())
                .toList();
    }

    private static void collect(ActivityInstance instance, List<String> steps) {
        if (instance.getChildActivityInstances().length == 0) {
            steps.add(instance.getActivityId());
        }
        for (ActivityInstance child : instance.getChildActivityInstances()) {
            collect(child, steps);
        }
        for (var transition : instance.getChildTransitionInstances()) {
            steps.add(transition.getActivityId());
        }
    }

    private static Map<String, Object> pairs(Object... values) {
        Map<String, Object> pairs = new TreeMap<>();
        for (int i = 0; i < values.length; i += 2) {
            pairs.put((String) values[i], values[i + 1]);
        }
        return pairs;
    }
}
