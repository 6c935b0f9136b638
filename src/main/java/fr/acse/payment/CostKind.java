package fr.acse.payment;

import java.util.Arrays;
import java.util.Optional;

/** Kinds of travel costs. Forms and {@code travel-ceilings.dmn} use the code of each kind. */
public enum CostKind {
    TRAIN("train"),
    COACH("coach"),
    LOCAL("local"),
    TAXI("taxi"),
    CAR("car"),
    FLIGHT("flight"),
    NIGHT("night"),
    MEAL("meal"),
    OTHER("other");

    private final String code;

    CostKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<CostKind> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }
}
