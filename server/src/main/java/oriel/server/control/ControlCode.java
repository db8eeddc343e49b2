package oriel.server.control;

/** Why a request was not fulfilled. */
public enum ControlCode {
    /** The request makes no sense. */
    BAD_REQUEST,
    /** What it names is not there. */
    NOT_FOUND,
    /** It was tried and failed. */
    FAILED
}
