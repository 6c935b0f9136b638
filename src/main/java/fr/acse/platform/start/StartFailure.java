package fr.acse.platform.start;

import fr.acse.words.Words;

/** The application cannot start, and the person who started it can do something about it. */
public class StartFailure extends RuntimeException {

    public StartFailure(String key, Object... details) {
        super(Words.of(key, details));
    }
}
