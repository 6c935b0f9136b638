package fr.acse.console.rehearsal;

import java.util.List;

/**
 * A story that is played with the models: who does what, with which answers, and what must be true then.
 *
 * @param file in which it is written
 * @param words of each step, as they are written
 */
record Scenario(String file, String title, List<Step> steps, List<String> words) {

    /** One step of the story. */
    interface Step {

        /** @throws NotAsWritten if the models do not let it happen, or it is not true */
        void play(Play play);
    }

    /** What the story says does not happen. */
    static final class NotAsWritten extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotAsWritten(String words) {
            super(words);
        }
    }
}
