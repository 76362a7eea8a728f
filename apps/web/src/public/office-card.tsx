import type { PublicOffice } from '@due-process/contracts';

export function OfficeCard({ office }: { office: PublicOffice }) {
  return (
    <section className="public-card" aria-label="办理地点">
      <h2>办理地点</h2>
      <p>
        {office.agency}（{office.name}）{office.address && <span className="public-line">{office.address}</span>}
        {office.hours && <span className="public-line">{office.hours}</span>}
      </p>
      {office.telephone && (
        <a className="public-call" href={`tel:${office.telephone}`}>
          咨询电话 {office.telephone}
        </a>
      )}
    </section>
  );
}
