package fr.acse.platform.sets;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Files of a set, by name. What a file is about tells which file it takes the place of, whatever it is called. */
final class Files {

    private final Map<String, byte[]> byName;

    /** To find out what a file is about, it is read whole: each at most once. */
    private volatile Map<String, String> namesByAbout;

    Files(Map<String, byte[]> byName) {
        this.byName = new TreeMap<>(byName);
    }

    Map<String, byte[]> byName() {
        return byName;
    }

    /** This set with other files in place of those with the same name or about the same thing. */
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

    /** Name of the file that is about the same process, decision or form. */
    Optional<String> fileAbout(String about) {
        if (namesByAbout == null) {
            Map<String, String> names = new HashMap<>();
            byName.forEach((name, content) -> names.putIfAbsent(ModelChanges.about(name, content), name));
            namesByAbout = names;
        }
        return Optional.ofNullable(namesByAbout.get(about));
    }

    /** The content of the file that another one takes the place of, or null. */
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
