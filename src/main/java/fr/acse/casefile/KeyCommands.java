package fr.acse.casefile;

import java.security.GeneralSecurityException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commands that create keys and replace the master key, without a start of the application. {@code new-keys} creates both keys.
 * {@code add-key}, {@code promote-key} and {@code retire-keys} replace the master key, in this order. Restart each node, one after the
 * other, after each of these three commands.
 */
public final class KeyCommands {

    private static final Logger LOG = LoggerFactory.getLogger(KeyCommands.class);

    private interface Turn {
        String of(String master) throws GeneralSecurityException;
    }

    private KeyCommands() {}

    /** @return whether the arguments named one of these commands */
    public static boolean run(String[] arguments) throws GeneralSecurityException {
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "new-keys" ->
                LOG.info("\nACSE_KEYS_MASTER='{}'\nACSE_KEYS_INDEX='{}'", Keys.newMasterKey(), Keys.newIndexKey());
            case "add-key" -> turn(Keys::withAnotherKey);
            case "promote-key" -> turn(Keys::withNewestFirst);
            case "retire-keys" -> turn(Keys::withFirstOnly);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void turn(Turn turn) throws GeneralSecurityException {
        LOG.info("\nACSE_KEYS_MASTER='{}'", turn.of(System.getenv("ACSE_KEYS_MASTER")));
    }
}
