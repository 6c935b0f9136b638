package fr.acse.platform.sets;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files of a set of models, by name. A new file replaces the file with the same subject, even if the two names differ. */
final class Files {

    private final Map<String, byte[]> byName;

    /** Cache of file names by subject, because the application must read a file to find its subject. */
    private volatile Map<String, String> namesByAbout;

    Files(Map<String, byte[]> byName) {
        this.byName = new TreeMap<>(byName);
    }

    Map<String, byte[]> byName() {
        return byName;
    }

    /** Returns this set with other files, which replace the files with the same name or the same subject. */
    Files with(Files others) {
        Map<String, byte[]> all = new TreeMap<>(byName);
        others.byName()
                .forEach((name, content) ->
                        fileAbout(ModelChanges.about(name, content)).ifPresent(all::remove));
        all.putAll(others.byName());
        return new Files(all);
    }

    Files without(Collection<String> names) {
        Map<String, byte[]> all = new TreeMap<>(byName);
        all.keySet().removeAll(names);
        return new Files(all);
    }

    /** Returns the name of the file about the given process, decision or form. */
    Optional<String> fileAbout(String about) {
        if (namesByAbout == null) {
            Map<String, String> names = new HashMap<>();
            byName.forEach((name, content) -> names.putIfAbsent(ModelChanges.about(name, content), name));
            namesByAbout = names;
        }
        return Optional.ofNullable(namesByAbout.get(about));
    }

    /** Returns the content of the file that the given file replaces, or null if it replaces none. */
    byte[] before(String name, byte[] content) {
        return fileAbout(ModelChanges.about(name, content)).map(byName::get).orElse(byName.get(name));
    }

    boolean isSameAs(Files other) {
        return byName.keySet().equals(other.byName().keySet())
                && byName.entrySet().stream()
                        .allMatch(file ->
                                Arrays.equals(file.getValue(), other.byName().get(file.getKey())));
    }

    boolean isEmpty() {
        return byName.isEmpty();
    }
}
