package fr.acse.residence.process;

/** The route that a user chose after a review of other routes. */
final class NextRoute {

    private NextRoute() {}

    /** True if a user chose a route. */
    static boolean isOne(String chosen) {
        return chosen != null && !chosen.equals("none");
    }
}
