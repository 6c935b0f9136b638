package fr.acse.console.rehearsal;

import java.util.List;

/**
 * A story that is played with the models: its people, their steps and answers, and the expected results.
 *
 * @param file name of the file of the story
 * @param words text of each step, for messages
 */
record Scenario(String file, String title, List<Step> steps, List<String> words) {

    /** One step of the story. */
    interface Step {

        /** @throws NotAsWritten if the models refuse the step, or an expectation is wrong */
        void play(Play play);
    }

    /** A step of the story fails, or an expectation is wrong. */
    static final class NotAsWritten extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotAsWritten(String words) {
            super(words);
        }
    }
}
