import type { ReactNode } from 'react';
import { Dialog } from './Dialog';
import { Touched, useUnsaved } from './useUnsaved';

type Props = {
  title: ReactNode;
  onClose: () => void;
  /** `cancel` closes it too, and asks first where something was typed. */
  children: (cancel: () => void) => ReactNode;
};

/** A window with a form in it: neither Escape nor a slip beside it loses what was typed. */
export function FormDialog({ title, onClose, children }: Props) {
  const { touch, leave, question } = useUnsaved();
  const cancel = () => leave(onClose);
  return (
    <>
      <Dialog title={title} shape="wide" onClose={cancel}>
        <Touched touch={touch}>{children(cancel)}</Touched>
      </Dialog>
      {question}
    </>
  );
}
