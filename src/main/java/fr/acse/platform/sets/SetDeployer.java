package fr.acse.platform.sets;

import java.util.Map;

/** Deploys whole sets of models. */
public interface SetDeployer {

    /** Makes all files of an earlier set current again. */
    void deployAgain(long number);

    /** Deploys exactly the given files, without adding current ones. */
    void deployWhole(Map<String, byte[]> files);
}
