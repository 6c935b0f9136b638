package fr.acse.residence;

import fr.acse.Network;
import fr.acse.TestTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A case whose permit is followed, and what its people do with the forms. */
class PermitCase {

    final Network network;
    final String reference;

    private PermitCase(Network network, String reference) {
        this.network = network;
        this.reference = reference;
    }

    /** A case that was closed before the stay, and a track that the operator begins all the same. */
    static PermitCase on(Network network, String route) {
        PermitCase permit = closed(network);
        permit.begin(route);
        return permit;
    }

    static PermitCase closed(Network network) {
        String reference = network.openReferral();
        network.withdraw(reference);
        return new PermitCase(network, reference);
    }

    static PermitCase of(Network network, String reference) {
        return new PermitCase(network, reference);
    }

    void begin(String route, Object... values) {
        network.startFor(reference, "residence-permit", "start-permit", "operator", and(values, "permitRoute", route));
    }

    void complete(String task, Object... values) {
        network.complete(reference, task, "operator", values);
    }

    /** Files a request at the counter, for which no receipt was handed out yet. */
    void file(Object... values) {
        complete("task_fileRequest", and(values, "receiptGiven", "no", "channel", "counter"));
    }

    void grant(LocalDate from, LocalDate until, Object... values) {
        complete(
                "task_recordDecision",
                and(
                        values,
                        "decision",
                        "granted",
                        "titleKind",
                        "temporaryPermit",
                        "titleFrom",
                        from.toString(),
                        "titleUntil",
                        until.toString()));
    }

    /** No decision yet, but a prolongation from today. */
    void prolong(LocalDate until) {
        complete(
                "task_recordDecision",
                "decision",
                "prolonged",
                "titleKind",
                "prolongation",
                "titleFrom",
                TestTime.today().toString(),
                "titleUntil",
                until.toString());
    }

    /** A title of one year from today, on the ground of a complaint. */
    static PermitCase granted(Network network) {
        PermitCase permit = on(network, "complaint");
        permit.complete("task_recordComplaint");
        permit.file();
        permit.grant(TestTime.today(), TestTime.today().plusYears(1).minusDays(1));
        return permit;
    }

    void refuse(Object... values) {
        complete("task_recordDecision", and(values, "decision", "refused"));
    }

    void news(String kind, Object... values) {
        newsFrom("operator", kind, values);
    }

    void newsFrom(String person, String kind, Object... values) {
        network.startFor(
                reference,
                "permit-news",
                "permit-news",
                person,
                and(values, "permitRoute", "complaint", "newsKind", kind));
    }

    void title(String news, String kind, LocalDate from, LocalDate until) {
        news(news, "titleKind", kind, "titleFrom", from.toString(), "titleUntil", until.toString());
    }

    /** @param was first day as it was recorded */
    void correct(LocalDate was, String kind, LocalDate from, LocalDate until) {
        news(
                "titleCorrected",
                "correctsFrom",
                was.toString(),
                "titleKind",
                kind,
                "titleFrom",
                from.toString(),
                "titleUntil",
                until.toString());
    }

    List<String> open() {
        return network.openTasks(reference);
    }

    /** What is given wins over what the helper would say. */
    private static Object[] and(Object[] given, Object... otherwise) {
        List<Object> all = new ArrayList<>(List.of(otherwise));
        all.addAll(List.of(given));
        return all.toArray();
    }
}
