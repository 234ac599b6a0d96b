/** Why a fact is not taken: a stable code and one Italian sentence that says what to do. */
export interface Refused {
  code: string;
  detail: string;
}
