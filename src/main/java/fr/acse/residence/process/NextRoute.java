package fr.acse.residence.process;

/** What was chosen when other routes were looked at. */
final class NextRoute {

    private NextRoute() {}

    /** Whether a route was chosen at all. */
    static boolean isOne(String chosen) {
        return chosen != null && !chosen.equals("none");
    }
}
