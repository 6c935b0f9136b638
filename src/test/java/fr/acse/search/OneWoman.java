package fr.acse.search;

import fr.acse.Network;
import java.security.SecureRandom;

/** Cases of one woman. Her names begin with letters of their own, so that no other test has the same name and birth date. */
final class OneWoman {

    static final String QUESTION = "task_compareCases";
    static final String FIRST_NAME = "Adaeze";
    static final String BORN = "1996-04-15";

    private final Network network;
    final String lastName = letters();
    private final String family = letters();

    OneWoman(Network network) {
        this.network = network;
    }

    static String letters() {
        return new SecureRandom()
                .ints(8, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    String opened(String firstName, String born) {
        return network.openReferral(
                "sealed_firstName", family + firstName, "sealed_lastName", lastName, "sealed_birthDate", born);
    }

    String arrived(String firstName, String born) {
        String reference = opened(firstName, born);
        arrive(reference);
        return reference;
    }

    void arrive(String reference) {
        network.complete(reference, "task_assessSituation", "operator", "childrenCount", 0, "babyCount", 0);
        network.complete(reference, "task_recordCommitment", "operator");
        network.complete(reference, "task_submitRequest", "operator");
        network.propose(reference);
        network.agree(reference, "shelter");
        network.travel(reference, "shelter");
    }

    void assess(String reference, String department) {
        network.complete(
                reference,
                "task_assessSituation",
                "operator",
                "childrenCount",
                0,
                "babyCount",
                0,
                "dangerDepartment",
                department);
    }

    void answer(String reference, String how, String... cases) {
        String chosen = cases.length == 0 ? null : "[\"" + String.join("\",\"", cases) + "\"]";
        network.complete(reference, QUESTION, "coordinator", "sameWoman", how, "sameCases", chosen);
        network.runJobs(reference);
    }

    /** Corrects the names that are not null, and her language. */
    void correct(String reference, String person, String firstName, String corrected) {
        network.startFor(
                reference,
                "correct-case",
                "correct-case",
                person,
                "sealed_firstName",
                firstName == null ? null : family + firstName,
                "sealed_lastName",
                corrected,
                "sealed_safeContact",
                null,
                "sealed_functionalNeeds",
                "A quiet room");
        network.runJobs(reference);
    }

    String rows(String reference) {
        return network.shown(network.task(reference, QUESTION), "coordinator", "similarCases");
    }
}
