import { useWatch, type UseFormReturn } from 'react-hook-form';
import type { Acting, ApplicationPage } from '#contracts/application-page.js';
import { Button } from '../../../ui/button.js';
import { UploadBox } from '../../upload/upload-box.js';
import { words } from '../../../words/index.js';
import { DocumentLink } from '../document-link.js';
import { proofActing } from './proof-acting.js';
import { fieldId, type RecordValues } from './record-values.js';

const say = words.record;

/** The proof of an official act: a receipt, a PEC, a screenshot. It files nothing by itself. */
export function ProofField({
  form,
  page,
  acting,
  required,
  error,
}: {
  form: UseFormReturn<RecordValues>;
  page: ApplicationPage;
  acting: Acting;
  required: boolean;
  error: string | undefined;
}) {
  const [proof, proofName] = useWatch({ control: form.control, name: ['proof', 'proofName'] });
  const filing = {
    application: page.id,
    requirement: 'proof',
    acting: proofActing(page, acting),
    ...(acting.onBehalfOf === undefined ? {} : { channel: 'email' as const }),
  };
  return (
    <fieldset id={fieldId('proof')} className={`field proof ${error === undefined ? '' : 'field-wrong'}`}>
      <legend>
        {say.proof}
        {!required && <span className="field-optional"> ({say.optional})</span>}
      </legend>
      <p className="field-hint">{say.proofHint}</p>
      {error !== undefined && <p className="field-error">{error}</p>}
      {proof === '' ? (
        <UploadBox
          filing={filing}
          what={say.proof}
          proof
          done={({ document, fileName }) => {
            form.setValue('proof', document);
            form.setValue('proofName', fileName);
          }}
        />
      ) : (
        <p className="proof-kept">
          {say.proofKept} <DocumentLink application={page.id} id={proof} fileName={proofName} />
          <Button
            small
            tone="quiet"
            onClick={() => {
              form.setValue('proof', '');
              form.setValue('proofName', '');
            }}
          >
            {say.otherProof}
          </Button>
        </p>
      )}
    </fieldset>
  );
}
