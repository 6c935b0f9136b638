package fr.acse.platform.door;

import fr.acse.ProcessTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Each of a few requests is answered. {@link FuzzTrial} sends more. */
@ProcessTest
class FuzzTest extends Fuzz {

    private static final int REQUESTS = 150;

    @Test
    void whateverIsSentIsAnswered() throws IOException {
        fuzz(sent -> sent < REQUESTS);
    }
}
