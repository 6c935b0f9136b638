package fr.acse.payment;

/** Status reports as banks write them, {@code pain.002.001.10}. */
public final class Status {

    private Status() {}

    /** @param group what is said of the whole; {@code payments} of single ones */
    public static String report(String message, String group, String payments) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
                <GrpHdr><MsgId>BANK-1</MsgId><CreDtTm>2026-11-30T10:00:00Z</CreDtTm></GrpHdr>
                <OrgnlGrpInfAndSts><OrgnlMsgId>%s</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>%s</OrgnlGrpInfAndSts>
                <OrgnlPmtInfAndSts><OrgnlPmtInfId>%s</OrgnlPmtInfId>%s</OrgnlPmtInfAndSts>
                </CstmrPmtStsRpt></Document>
                """.formatted(message, group, message, payments);
    }

    /** @param reason code of the bank, or null */
    public static String payment(String endToEndId, String status, String reason) {
        return "<TxInfAndSts><OrgnlEndToEndId>" + endToEndId + "</OrgnlEndToEndId><TxSts>" + status + "</TxSts>"
                + (reason == null ? "" : "<StsRsnInf><Rsn><Cd>" + reason + "</Cd></Rsn></StsRsnInf>")
                + "</TxInfAndSts>";
    }
}
