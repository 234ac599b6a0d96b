import { addressOf } from '../../api/client.js';
import { Icon } from '../../ui/icon.js';
import { words } from '../../words/index.js';

/** A paper to be read: it opens beside the page, in a window of its own, or is downloaded where it cannot be shown. */
export function DocumentLink({
  application,
  id,
  fileName,
}: {
  application: string;
  id: string;
  fileName: string;
}) {
  return (
    <a
      className="document-link"
      href={addressOf('GET /applications/:application/documents/:document', {
        params: { application, document: id },
      })}
      download={fileName}
      aria-label={words.application.download(fileName)}
    >
      <Icon name="download" size="xs" /> {fileName}
    </a>
  );
}
