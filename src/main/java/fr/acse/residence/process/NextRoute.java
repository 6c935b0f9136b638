package fr.acse.residence.process;

/** The choice after a review of other routes. */
final class NextRoute {

    private NextRoute() {}

    /** Whether a route was chosen at all. */
    static boolean isOne(String chosen) {
        return chosen != null && !chosen.equals("none");
    }
}
