package fr.acse.platform.start;

import fr.acse.words.Words;

/** Thrown when the application cannot start for a reason that the person who starts it can fix. */
public class StartFailure extends RuntimeException {

    public StartFailure(String key, Object... details) {
        super(Words.of(key, details));
    }
}
