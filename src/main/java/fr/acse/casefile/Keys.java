package fr.acse.casefile;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import fr.acse.codes.CaseReference;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;

/**
 * The two keys of an installation. The master key wraps the key of each file. The index key makes keyed hashes, which find equal values
 * without decrypting them. Google Tink provides AES-256-GCM and HMAC-SHA256. Each key has an id, so that an old key and a new key can be
 * used together.
 */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public final class Keys {

    /** Thrown when the keys of this installation cannot encrypt, decrypt or hash a value. */
    public static final class Unusable extends IllegalStateException {

        private Unusable(String what, GeneralSecurityException cause) {
            super(what, cause);
        }
    }

    private static final Configuration TINK;

    private final Aead master;
    private final Mac index;

    static {
        try {
            AeadConfig.register();
            MacConfig.register();
            TINK = RegistryConfiguration.get();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /**
     * @param masterKey Tink keyset of an AEAD key, as JSON
     * @param indexKey Tink keyset of a MAC key, as JSON
     * @throws GeneralSecurityException if one of the texts is not such a keyset
     */
    public static Keys of(String masterKey, String indexKey) throws GeneralSecurityException {
        return new Keys(
                read(masterKey).getPrimitive(TINK, Aead.class), read(indexKey).getPrimitive(TINK, Mac.class));
    }

    /** Whether a text is a valid master key for {@link #of}. */
    public static boolean isMasterKey(String text) {
        try {
            read(text).getPrimitive(TINK, Aead.class);
            return true;
        } catch (GeneralSecurityException | RuntimeException broken) {
            return false;
        }
    }

    public static String newMasterKey() throws GeneralSecurityException {
        return write(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, TINK));
    }

    public static String newIndexKey() throws GeneralSecurityException {
        return write(KeysetHandle.generateNew(PredefinedMacParameters.HMAC_SHA256_256BITTAG, TINK));
    }

    /** The master keyset with an additional key. The new key wraps nothing yet, because every node must first have the keyset. */
    static String withAnotherKey(String masterKey) throws GeneralSecurityException {
        return write(KeysetHandle.newBuilder(read(masterKey))
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId())
                .build());
    }

    /** The master keyset with its newest key as the primary key, which encrypts everything new. */
    static String withNewestFirst(String masterKey) throws GeneralSecurityException {
        KeysetHandle.Builder keys = KeysetHandle.newBuilder(read(masterKey));
        keys.getAt(keys.size() - 1).makePrimary();
        return write(keys.build());
    }

    /** The master keyset without its old keys. Use it after the keys of all files have been wrapped again. */
    static String withFirstOnly(String masterKey) throws GeneralSecurityException {
        return write(KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(read(masterKey).getPrimary().getKey())
                        .withFixedId(read(masterKey).getPrimary().getId())
                        .makePrimary())
                .build());
    }

    /** Wraps the key of a file again with the primary master key. */
    byte[] rewrap(byte[] wrappedKey, CaseReference reference) {
        return with("wrap the key of " + reference + " anew", () -> {
            KeysetHandle key =
                    TinkProtoKeysetFormat.parseEncryptedKeyset(wrappedKey, master, bytes(reference.value()), TINK);
            return TinkProtoKeysetFormat.serializeEncryptedKeyset(key, master, bytes(reference.value()), TINK);
        });
    }

    byte[] newWrappedKey(CaseReference reference) {
        return with("make a key for " + reference, () -> {
            KeysetHandle key = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, TINK);
            return TinkProtoKeysetFormat.serializeEncryptedKeyset(key, master, bytes(reference.value()), TINK);
        });
    }

    Aead unwrap(byte[] wrappedKey, CaseReference reference) {
        return with(
                "unwrap the key of " + reference,
                () -> TinkProtoKeysetFormat.parseEncryptedKeyset(wrappedKey, master, bytes(reference.value()), TINK)
                        .getPrimitive(TINK, Aead.class));
    }

    /** Keyed hash of a value that is searched for but not stored. */
    public byte[] index(String value) {
        return with("hash", () -> index.computeMac(bytes(value)));
    }

    /** Encrypts a secret of the installation itself. The ciphertext is bound to the purpose {@code boundTo}. */
    public byte[] seal(byte[] secret, String boundTo) {
        return with("seal", () -> master.encrypt(secret, bytes(boundTo)));
    }

    /** @throws Unusable if the secret was encrypted with other keys, is bound to another purpose, or was changed */
    public byte[] open(byte[] sealed, String boundTo) {
        return with("open", () -> master.decrypt(sealed, bytes(boundTo)));
    }

    private interface Work<T> {
        T go() throws GeneralSecurityException;
    }

    private static <T> T with(String what, Work<T> work) {
        try {
            return work.go();
        } catch (GeneralSecurityException e) {
            throw new Unusable("The keys cannot " + what, e);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static KeysetHandle read(String json) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(json, TINK, InsecureSecretKeyAccess.get());
    }

    private static String write(KeysetHandle key) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(key, TINK, InsecureSecretKeyAccess.get())
                .strip();
    }
}
