package fr.acse.herdata;

import java.util.List;

/**
 * The copy of the data about the woman, without data about other people.
 *
 * @param reference of her case
 * @param kept reasons, duration and readers of the stored data (GDPR, art. 15, par. 1)
 */
record HerCopy(
        String reference, String madeOn, List<Line> kept, List<Line> person, List<Line> history, List<Line> notes) {

    record Line(String what, String value) {}
}
