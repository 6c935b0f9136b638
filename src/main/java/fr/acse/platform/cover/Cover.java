package fr.acse.platform.cover;

import fr.acse.audit.Act;
import fr.acse.audit.AuditLog;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.platform.access.AccessRules;
import fr.acse.platform.identity.People;
import fr.acse.platform.identity.Unchecked;
import fr.acse.words.Refusal;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a task goes from one person to another. Each hand-over is logged, and told to whom it concerns. */
@Service
public class Cover {

    /** Codes of why a task changes hands; the words are {@code cover.reason.<reason>}. */
    public static final List<String> REASONS = List.of("absent", "left", "tooMuch", "urgent", "wrongPerson");

    /** What can be done with a task besides its own work. */
    public enum Way {
        /** She gives back what she has in hand. */
        BACK,
        /** She takes what a colleague has in hand. */
        TAKE_OVER,
        /** A supervisor or a manager gives it to somebody. */
        GIVE,
        /** A supervisor or a manager frees it. */
        FREE,
        /** A supervisor asks for it to be done. */
        ALERT
    }

    /**
     * @param holder who has it in hand, or null
     * @param isHidden whether somebody has it whom the person may not know
     * @param people to whom it can be given, without its holder
     */
    public record Choices(Login holder, boolean isHidden, Set<Way> ways, List<Login> people) {}

    private final TaskService tasks;
    private final Unchecked unchecked;
    private final People people;
    private final Hands hands;
    private final Leaves leaves;
    private final SecretGroups secret;
    private final CoverNews news;
    private final AuditLog audit;

    Cover(
            @Lazy TaskService tasks,
            Unchecked unchecked,
            People people,
            Hands hands,
            Leaves leaves,
            SecretGroups secret,
            CoverNews news,
            AuditLog audit) {
        this.tasks = tasks;
        this.unchecked = unchecked;
        this.people = people;
        this.hands = hands;
        this.leaves = leaves;
        this.secret = secret;
        this.news = news;
        this.audit = audit;
    }

    /** @throws Refusal if there is no such task, or none that she may see */
    @Transactional
    public Choices choices(String id, Login person) {
        requireSeen(id);
        return unchecked.call(() -> choices(task(id), person));
    }

    /**
     * Hands a task over.
     *
     * @param to to whom it is given; null for all other ways
     * @param reason one of {@link #REASONS}; none is needed to give back or to alert
     * @throws Refusal if she may not, the other person may not have it, or the reason is missing
     */
    @Transactional
    public void hand(String id, Way way, Login to, String reason, Login by) {
        requireSeen(id);
        unchecked.call(() -> {
            DelegateTask task = task(id);
            Choices choices = choices(task, by);
            Refusal.unless(choices.ways().contains(way), "coverNotNow");
            boolean explained = way == Way.BACK || way == Way.ALERT;
            Refusal.unless(explained || reason != null && REASONS.contains(reason), "coverReason");
            Refusal.unless(way != Way.GIVE || choices.people().contains(to), "coverPerson");
            hand(task, way, way == Way.TAKE_OVER ? by : to, by, explained ? "" : reason);
            return null;
        });
    }

    private void hand(DelegateTask task, Way way, Login to, Login by, String reason) {
        CaseReference reference = CaseReference.orNull(task.getExecution().getProcessBusinessKey());
        Login holder = holder(task);
        Set<String> groups = groups(task);
        switch (way) {
            case BACK, FREE -> {
                tasks.setAssignee(task.getId(), null);
                news.free(groups, reference);
            }
            case TAKE_OVER, GIVE -> Hands.handOver(task.getId(), to, () -> tasks.setAssignee(task.getId(), to.value()));
            default -> {
                news.alert(groups, reference);
                if (holder != null) {
                    news.alert(holder, reference);
                }
            }
        }
        if (way == Way.GIVE) {
            news.given(to, reference);
        }
        if (holder != null && !holder.equals(by) && way != Way.ALERT) {
            news.takenFrom(holder, reference);
        }
        audit.add(
                Act.TASK_HANDED_OVER,
                by,
                reference == null ? "" : reference.value(),
                String.join(
                        " ",
                        task.getTaskDefinitionKey(),
                        way.name(),
                        "from=" + (holder == null ? "-" : holder),
                        "to=" + (to == null ? "-" : to),
                        reason));
    }

    /** What a model assigns to somebody alone is hers: an escort cannot be replaced by giving her task away. */
    private Choices choices(DelegateTask task, Login person) {
        Set<String> groups = groups(task);
        Set<String> own = people.groupsOf(person);
        Login holder = holder(task);
        boolean supervises = own.contains(AccessRules.SUPERVISORS);
        boolean manages = own.contains(AccessRules.MANAGERS)
                && groups.stream().anyMatch(each -> each.startsWith(People.ORGANISATION) && own.contains(each));
        boolean isSecret = groups.stream().anyMatch(secret::isSecret);
        boolean isOffered = !groups.isEmpty();
        Set<Way> ways = EnumSet.noneOf(Way.class);
        if (isOffered && person.equals(holder)) {
            ways.add(Way.BACK);
        }
        if (holder != null && !person.equals(holder) && hands.mayHold(person, task)) {
            ways.add(Way.TAKE_OVER);
        }
        if (isOffered && (manages || supervises && !isSecret)) {
            ways.add(Way.GIVE);
        }
        if (isOffered && holder != null && !person.equals(holder) && (manages || supervises)) {
            ways.add(Way.FREE);
        }
        if (supervises && !person.equals(holder)) {
            ways.add(Way.ALERT);
        }
        // A task that is offered to nobody is the escort's.
        boolean hidden = !person.equals(holder)
                && (isSecret || !isOffered && supervises)
                && groups.stream().noneMatch(own::contains);
        return new Choices(
                hidden ? null : holder,
                hidden && holder != null,
                ways,
                ways.contains(Way.GIVE) ? mayHold(task, supervises ? groups : ownOf(groups, own), holder) : List.of());
    }

    /** A manager gives tasks within her organisation, also where others are offered them. */
    private static Set<String> ownOf(Set<String> groups, Set<String> own) {
        return groups.stream()
                .filter(group -> group.startsWith(People.ORGANISATION) && own.contains(group))
                .collect(Collectors.toSet());
    }

    private List<Login> mayHold(DelegateTask task, Set<String> groups, Login holder) {
        return groups.stream()
                .flatMap(group -> people.membersOf(group).stream())
                .distinct()
                .filter(login -> !login.equals(holder))
                .filter(login -> !hands.isExcluded(login, task))
                .filter(login -> !leaves.isAway(login))
                .sorted(Comparator.comparing(Login::value))
                .toList();
    }

    private void requireSeen(String id) {
        Task seen = tasks.createTaskQuery().taskId(id).singleResult();
        Refusal.unless(seen != null, "taskDone");
    }

    private static DelegateTask task(String id) {
        DelegateTask task = Context.getCommandContext().getTaskManager().findTaskById(id);
        Refusal.unless(task != null, "taskDone");
        return task;
    }

    private static Login holder(DelegateTask task) {
        return task.getAssignee() == null ? null : new Login(task.getAssignee());
    }

    private static Set<String> groups(DelegateTask task) {
        return task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .collect(Collectors.toSet());
    }
}
