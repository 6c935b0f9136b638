package fr.acse.herdata;

import java.util.List;

/**
 * The data that are known about her, in her words and ours, without anything about others.
 *
 * @param reference of her case
 * @param kept why, how long and for whom it is kept (GDPR, art. 15, par. 1)
 */
record HerCopy(
        String reference, String madeOn, List<Line> kept, List<Line> person, List<Line> history, List<Line> notes) {

    record Line(String what, String value) {}
}
