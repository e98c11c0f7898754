import type { ReactNode } from 'react';
import { Dialog } from './Dialog';
import { Touched, useUnsaved } from './useUnsaved';

type Props = {
  title: ReactNode;
  onClose: () => void;
  /** What takes the focus afterwards when what opened it is gone. */
  returnTo?: () => Element | null;
  /** `cancel` closes it too, and asks first where something was typed. */
  children: (cancel: () => void) => ReactNode;
};

/** A window with a form in it: neither Escape nor a slip beside it loses what was typed. */
export function FormDialog({ title, onClose, returnTo, children }: Props) {
  const { touch, leave, question } = useUnsaved();
  const cancel = () => leave(onClose);
  return (
    <>
      <Dialog title={title} shape="wide" onClose={cancel} {...(returnTo ? { returnTo } : {})}>
        <Touched touch={touch}>{children(cancel)}</Touched>
      </Dialog>
      {question}
    </>
  );
}
