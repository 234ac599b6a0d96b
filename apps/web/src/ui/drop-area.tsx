import { type ReactNode, useState } from 'react';

/** A place on which a file is dropped; in it stand the words and the buttons to choose one. */
export function DropArea({
  take,
  children,
}: {
  take: (file: File | undefined) => void;
  children: ReactNode;
}) {
  const [over, setOver] = useState(false);
  return (
    <div
      className={`upload-drop ${over ? 'is-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files[0]);
      }}
    >
      {children}
    </div>
  );
}

/** A button that lets a file be chosen, or photographed. */
export function FileButton({
  take,
  label,
  describedBy,
  accept,
  camera = false,
  children,
}: {
  take: (file: File | undefined) => void;
  label?: string;
  describedBy?: string;
  accept?: string;
  camera?: boolean;
  children: ReactNode;
}) {
  return (
    <label className={`btn btn-outline-primary btn-sm ${camera ? 'upload-camera' : ''}`}>
      {children}
      <input
        type="file"
        accept={accept}
        capture={camera ? 'environment' : undefined}
        className="upload-input"
        aria-label={label}
        aria-describedby={describedBy}
        onChange={({ target }) => {
          take(target.files?.[0]);
          // A browser tells nothing of the same file chosen once more.
          target.value = '';
        }}
      />
    </label>
  );
}
