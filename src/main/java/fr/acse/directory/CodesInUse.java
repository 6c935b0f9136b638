package fr.acse.directory;

/** Whether a code names something already that another association must not be taken for. */
public interface CodesInUse {

    boolean isUsed(String code);
}
